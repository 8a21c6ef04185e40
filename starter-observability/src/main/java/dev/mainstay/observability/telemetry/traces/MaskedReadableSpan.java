package dev.mainstay.observability.telemetry.traces;

import dev.mainstay.observability.telemetry.MaskedAttributes;
import dev.mainstay.observability.telemetry.ValueMasker;
import dev.mainstay.observability.tracing.span.DelegatingSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * A span that has ended, masked whenever it is read, which is on the thread of the
 * exporter mostly. Immutable.
 */
final class MaskedReadableSpan extends DelegatingSpan {

	private final ValueMasker masker;

	MaskedReadableSpan(ReadableSpan span, ValueMasker masker) {
		super(span);
		this.masker = masker;
	}

	@Override
	public SpanData toSpanData() {
		return MaskedSpan.of(super.toSpanData(), this.masker);
	}

	@Override
	public String getName() {
		return this.masker.mask("", super.getName());
	}

	@Override
	public Attributes getAttributes() {
		return MaskedAttributes.of(super.getAttributes(), this.masker);
	}

	@Override
	public <T> @Nullable T getAttribute(AttributeKey<T> key) {
		return getAttributes().get(key);
	}

}
