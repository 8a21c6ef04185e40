package dev.mainstay.observability.telemetry.logs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Exports log records and counts those that were not delivered. Called by the processor
 * of log records on its own thread.
 *
 * @since 0.1.0
 */
public final class HonestLogRecordExporter implements LogRecordExporter {

	private final LogRecordExporter exporter;

	private final DeliveryLedger ledger;

	private final Duration patience;

	/**
	 * Create an exporter.
	 * @param exporter exports
	 * @param ledger counts
	 * @param patience how long to wait until a record counts as not delivered
	 */
	public HonestLogRecordExporter(LogRecordExporter exporter, DeliveryLedger ledger, Duration patience) {
		this.exporter = exporter;
		this.ledger = ledger;
		this.patience = patience;
		ledger.speak();
	}

	@Override
	public CompletableResultCode export(Collection<LogRecordData> logs) {
		List<LogRecordData> copy = List.copyOf(logs);
		return this.ledger.watch(Signal.LOGS, copy.size(), this.patience, () -> this.exporter.export(copy));
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
		return "HonestLogRecordExporter{" + this.exporter + "}";
	}

}
