package dev.mainstay.observability.tracing.sampling;

import dev.mainstay.observability.tracing.span.DelegatingSpanProcessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Hides the spans that are recorded only because they may be kept from a processor that
 * may export whatever it is given. One that looks at the begin of spans only, such as to
 * set an attribute, sees all: what is kept is to have it too. Thread-safe as the
 * processor is.
 *
 * @since 0.1.0
 */
public final class SampledOnly extends DelegatingSpanProcessor {

	private SampledOnly(SpanProcessor next) {
		super(next);
	}

	/**
	 * Stand before a processor of the application, if need be.
	 * @param processor the processor
	 * @param next the same, or what stands before it already
	 * @return what was given as next if the processor wants all spans, or cannot export
	 * them
	 */
	public static SpanProcessor before(SpanProcessor processor, SpanProcessor next) {
		return (processor instanceof SeesUnsampledSpans || !processor.isEndRequired()) ? next : new SampledOnly(next);
	}

	@Override
	public void onStart(Context context, ReadWriteSpan span) {
		if (span.getSpanContext().isSampled()) {
			super.onStart(context, span);
		}
	}

	@Override
	public void onEnd(ReadableSpan span) {
		if (span.getSpanContext().isSampled()) {
			super.onEnd(span);
		}
	}

}
