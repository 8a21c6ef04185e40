/**
 * Auto-configuration of the log format.
 */
@NullMarked
package dev.mainstay.observability.logging.autoconfigure;

import org.jspecify.annotations.NullMarked;
