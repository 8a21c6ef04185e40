/**
 * Distributed tracing by W3C Trace Context.
 */
@NullMarked
package dev.mainstay.observability.tracing;

import org.jspecify.annotations.NullMarked;
