/**
 * Log lines as JSON of a published schema, one per event, masked, whatever is logged.
 */
@NullMarked
package dev.mainstay.observability.logging;

import org.jspecify.annotations.NullMarked;
