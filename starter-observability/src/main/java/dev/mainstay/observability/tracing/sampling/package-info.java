/**
 * Which traces are exported.
 */
@NullMarked
package dev.mainstay.observability.tracing.sampling;

import org.jspecify.annotations.NullMarked;
