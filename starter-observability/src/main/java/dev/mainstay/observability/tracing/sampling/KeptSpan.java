package dev.mainstay.observability.tracing.sampling;

import dev.mainstay.observability.tracing.span.DelegatingSpan;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span that was not chosen at its begin and is exported all the same: processors leave
 * out what is not marked as sampled. Immutable.
 */
final class KeptSpan extends DelegatingSpan {

	private final SpanContext context;

	KeptSpan(ReadableSpan span) {
		super(span);
		this.context = sampled(span.getSpanContext());
	}

	private static SpanContext sampled(SpanContext context) {
		byte flags = (byte) (context.getTraceFlags().asByte() | TraceFlags.getSampled().asByte());
		return SpanContext.create(context.getTraceId(), context.getSpanId(), TraceFlags.fromByte(flags),
				context.getTraceState());
	}

	@Override
	public SpanContext getSpanContext() {
		return this.context;
	}

	@Override
	public SpanData toSpanData() {
		SpanContext sampled = this.context;
		return new DelegatingSpanData(super.toSpanData()) {

			@Override
			public SpanContext getSpanContext() {
				return sampled;
			}

		};
	}

}
