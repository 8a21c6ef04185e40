package dev.mainstay.observability.tracing.sampling;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
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
public final class SampledOnly implements SpanProcessor {

	private final SpanProcessor next;

	private SampledOnly(SpanProcessor next) {
		this.next = next;
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
			this.next.onStart(context, span);
		}
	}

	@Override
	public boolean isStartRequired() {
		return this.next.isStartRequired();
	}

	@Override
	public void onEnd(ReadableSpan span) {
		if (span.getSpanContext().isSampled()) {
			this.next.onEnd(span);
		}
	}

	@Override
	public boolean isEndRequired() {
		return this.next.isEndRequired();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.next.shutdown();
	}

	@Override
	public CompletableResultCode forceFlush() {
		return this.next.forceFlush();
	}

	@Override
	public String toString() {
		return "SampledOnly{" + this.next + "}";
	}

}
