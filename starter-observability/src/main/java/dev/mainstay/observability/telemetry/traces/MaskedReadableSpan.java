package dev.mainstay.observability.telemetry.traces;

import dev.mainstay.observability.telemetry.MaskedAttributes;
import dev.mainstay.observability.telemetry.ValueMasker;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * A span that has ended, masked whenever it is read, which is on the thread of the
 * exporter mostly. Immutable.
 */
final class MaskedReadableSpan implements ReadableSpan {

	private final ReadableSpan span;

	private final ValueMasker masker;

	MaskedReadableSpan(ReadableSpan span, ValueMasker masker) {
		this.span = span;
		this.masker = masker;
	}

	@Override
	public SpanData toSpanData() {
		return MaskedSpan.of(this.span.toSpanData(), this.masker);
	}

	@Override
	public String getName() {
		return this.masker.mask("", this.span.getName());
	}

	@Override
	public Attributes getAttributes() {
		return MaskedAttributes.of(this.span.getAttributes(), this.masker);
	}

	@Override
	public <T> @Nullable T getAttribute(AttributeKey<T> key) {
		return getAttributes().get(key);
	}

	@Override
	public SpanContext getSpanContext() {
		return this.span.getSpanContext();
	}

	@Override
	public SpanContext getParentSpanContext() {
		return this.span.getParentSpanContext();
	}

	@Override
	@SuppressWarnings("deprecation")
	public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
		return this.span.getInstrumentationLibraryInfo();
	}

	@Override
	public InstrumentationScopeInfo getInstrumentationScopeInfo() {
		return this.span.getInstrumentationScopeInfo();
	}

	@Override
	public boolean hasEnded() {
		return this.span.hasEnded();
	}

	@Override
	public long getLatencyNanos() {
		return this.span.getLatencyNanos();
	}

	@Override
	public SpanKind getKind() {
		return this.span.getKind();
	}

}
