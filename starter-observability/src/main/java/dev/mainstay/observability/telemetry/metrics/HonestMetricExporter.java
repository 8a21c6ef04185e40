package dev.mainstay.observability.telemetry.metrics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Exports metrics and counts the data points that were not delivered. The counters behind
 * them go on: what is delivered next has what was missing in between.
 */
final class HonestMetricExporter implements MetricExporter {

	private final MetricExporter exporter;

	private final DeliveryLedger ledger;

	private final Duration patience;

	HonestMetricExporter(MetricExporter exporter, DeliveryLedger ledger, Duration patience) {
		this.exporter = exporter;
		this.ledger = ledger;
		this.patience = patience;
		ledger.speak();
	}

	@Override
	public CompletableResultCode export(Collection<MetricData> metrics) {
		List<MetricData> copy = List.copyOf(metrics);
		int points = copy.stream().mapToInt((metric) -> metric.getData().getPoints().size()).sum();
		return this.ledger.watch(Signal.METRICS, points, this.patience, () -> this.exporter.export(copy));
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
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return AggregationTemporality.CUMULATIVE;
	}

}
