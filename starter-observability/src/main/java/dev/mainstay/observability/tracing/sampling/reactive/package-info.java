/**
 * Whose word on sampling is taken on the reactive stack.
 */
@NullMarked
package dev.mainstay.observability.tracing.sampling.reactive;

import org.jspecify.annotations.NullMarked;
