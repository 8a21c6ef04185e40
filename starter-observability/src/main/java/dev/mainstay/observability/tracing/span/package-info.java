/**
 * Spans and their processors as somebody else shows them.
 */
@NullMarked
package dev.mainstay.observability.tracing.span;

import org.jspecify.annotations.NullMarked;
