/**
 * What outgoing calls tell the rest of a request about themselves.
 */
@NullMarked
package dev.mainstay.resilience.outgoing;

import org.jspecify.annotations.NullMarked;
