package dev.mainstay.observability.telemetry;

import java.util.Map;

import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where the queues of OpenTelemetry count what has no room in them: they tell nobody else
 * exactly. Everything else that is measured by it goes nowhere. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DropMeterProvider implements MeterProvider {

	private static final Map<String, Signal> QUEUES = Map.of("io.opentelemetry.sdk.trace", Signal.TRACES,
			"io.opentelemetry.sdk.logs", Signal.LOGS);

	private final DeliveryLedger ledger;

	/**
	 * Create a provider.
	 * @param ledger counts
	 */
	public DropMeterProvider(DeliveryLedger ledger) {
		this.ledger = ledger;
	}

	@Override
	public MeterBuilder meterBuilder(String instrumentationScopeName) {
		Signal signal = QUEUES.get(instrumentationScopeName);
		return (signal != null) ? new QueueMeter(signal, this.ledger)
				: MeterProvider.noop().meterBuilder(instrumentationScopeName);
	}

	/**
	 * The meter of a queue, in which only counters matter.
	 */
	private static final class QueueMeter implements Meter, MeterBuilder {

		private static final Meter NOOP = MeterProvider.noop().get("");

		private final Signal signal;

		private final DeliveryLedger ledger;

		QueueMeter(Signal signal, DeliveryLedger ledger) {
			this.signal = signal;
			this.ledger = ledger;
		}

		@Override
		public LongCounterBuilder counterBuilder(String name) {
			return new DropCounter(this.signal, this.ledger);
		}

		@Override
		public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
			return NOOP.upDownCounterBuilder(name);
		}

		@Override
		public DoubleHistogramBuilder histogramBuilder(String name) {
			return NOOP.histogramBuilder(name);
		}

		@Override
		public DoubleGaugeBuilder gaugeBuilder(String name) {
			return NOOP.gaugeBuilder(name);
		}

		@Override
		public MeterBuilder setSchemaUrl(@Nullable String schemaUrl) {
			return this;
		}

		@Override
		public MeterBuilder setInstrumentationVersion(@Nullable String instrumentationVersion) {
			return this;
		}

		@Override
		public Meter build() {
			return this;
		}

	}

}
