package dev.mainstay.observability.tracing.span;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Stands before a processor of spans. What is not overridden is the processor's own.
 * Thread-safe as the processor is.
 *
 * @since 0.1.0
 */
public abstract class DelegatingSpanProcessor implements SpanProcessor {

	private final SpanProcessor next;

	/**
	 * Create it.
	 * @param next is told what this one lets through
	 */
	protected DelegatingSpanProcessor(SpanProcessor next) {
		this.next = next;
	}

	@Override
	public void onStart(Context context, ReadWriteSpan span) {
		this.next.onStart(context, span);
	}

	@Override
	public boolean isStartRequired() {
		return this.next.isStartRequired();
	}

	@Override
	public void onEnd(ReadableSpan span) {
		this.next.onEnd(span);
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
		return getClass().getSimpleName() + "{" + this.next + "}";
	}

}
