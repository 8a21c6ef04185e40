package dev.mainstay.observability.telemetry.traces;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.Signal;
import dev.mainstay.observability.telemetry.ValueMasker;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Exports spans with the secrets masked, and counts those that were not delivered. Called
 * by the processor of spans on its own thread.
 *
 * @since 0.1.0
 */
public final class HonestSpanExporter implements SpanExporter {

	private final SpanExporter exporter;

	private final DeliveryLedger ledger;

	private final ValueMasker masker;

	private final Duration patience;

	/**
	 * Create an exporter.
	 * @param exporter exports
	 * @param ledger counts
	 * @param masker masks
	 * @param patience how long to wait until a span counts as not delivered
	 */
	public HonestSpanExporter(SpanExporter exporter, DeliveryLedger ledger, ValueMasker masker, Duration patience) {
		this.exporter = exporter;
		this.ledger = ledger;
		this.masker = masker;
		this.patience = patience;
		ledger.speak();
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		List<SpanData> masked = spans.stream().map((span) -> MaskedSpan.of(span, this.masker)).toList();
		return this.ledger.watch(Signal.TRACES, masked.size(), this.patience, () -> this.exporter.export(masked));
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.exporter.shutdown();
	}

	@Override
	public String toString() {
		return "HonestSpanExporter{" + this.exporter + "}";
	}

}
