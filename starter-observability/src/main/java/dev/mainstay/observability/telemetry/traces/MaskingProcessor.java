package dev.mainstay.observability.telemetry.traces;

import dev.mainstay.observability.telemetry.ValueMasker;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Stands before a processor of spans that exports by itself, and shows it the spans that
 * end with the secrets masked, when it reads them. Thread-safe as the processor is.
 *
 * @since 0.1.0
 */
public final class MaskingProcessor implements SpanProcessor {

	private final SpanProcessor next;

	private final ValueMasker masker;

	/**
	 * Create a processor.
	 * @param next exports what it is shown
	 * @param masker masks each value
	 */
	public MaskingProcessor(SpanProcessor next, ValueMasker masker) {
		this.next = next;
		this.masker = masker;
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
		this.next.onEnd(new MaskedReadableSpan(span, this.masker));
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
		return "MaskingProcessor{" + this.next + "}";
	}

}
