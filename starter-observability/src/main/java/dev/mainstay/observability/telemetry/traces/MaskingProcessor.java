package dev.mainstay.observability.telemetry.traces;

import dev.mainstay.observability.telemetry.ValueMasker;
import dev.mainstay.observability.tracing.span.DelegatingSpanProcessor;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Stands before a processor of spans that exports by itself, and shows it the spans that
 * end with the secrets masked, when it reads them. Thread-safe as the processor is.
 *
 * @since 0.1.0
 */
public final class MaskingProcessor extends DelegatingSpanProcessor {

	private final ValueMasker masker;

	/**
	 * Create a processor.
	 * @param next exports what it is shown
	 * @param masker masks each value
	 */
	public MaskingProcessor(SpanProcessor next, ValueMasker masker) {
		super(next);
		this.masker = masker;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		super.onEnd(new MaskedReadableSpan(span, this.masker));
	}

}
