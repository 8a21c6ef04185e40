package dev.mainstay.observability.tracing.sampling;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/**
 * The span of a caller that asks for its trace to be exported and is not trusted with
 * that. Its ids are taken, its wish is not, and goes no further. Immutable.
 *
 * @param caller what the caller sent
 */
record UntrustedSpanContext(SpanContext caller) implements SpanContext {

	@Override
	public String getTraceId() {
		return this.caller.getTraceId();
	}

	@Override
	public String getSpanId() {
		return this.caller.getSpanId();
	}

	@Override
	public TraceFlags getTraceFlags() {
		return TraceFlags.getDefault();
	}

	@Override
	public TraceState getTraceState() {
		return this.caller.getTraceState();
	}

	@Override
	public boolean isRemote() {
		return true;
	}

}
