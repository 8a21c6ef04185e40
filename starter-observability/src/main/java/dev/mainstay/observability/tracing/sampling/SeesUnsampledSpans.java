package dev.mainstay.observability.tracing.sampling;

import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * A processor of spans that also wants those that nobody has chosen to be exported, which
 * Mainstay records because they may be kept at their end. It has to ask
 * {@code isSampled()} itself. Without this, a processor that is told of the end of spans
 * gets what was chosen only, as it did without Mainstay.
 *
 * @since 0.1.0
 */
public interface SeesUnsampledSpans extends SpanProcessor {

}
