package dev.mainstay.observability.telemetry;

import java.util.function.Consumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.context.Context;

/**
 * The counter of a queue, by its old and its new convention. What was taken out of the
 * queue and failed then is counted by who exports it.
 */
final class DropCounter implements LongCounter, LongCounterBuilder {

	private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");

	private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

	private final Signal signal;

	private final DeliveryLedger ledger;

	DropCounter(Signal signal, DeliveryLedger ledger) {
		this.signal = signal;
		this.ledger = ledger;
	}

	@Override
	public void add(long value) {
		// What is dropped has attributes.
	}

	@Override
	public void add(long value, Attributes attributes) {
		if (Boolean.TRUE.equals(attributes.get(DROPPED)) || "queue_full".equals(attributes.get(ERROR))) {
			this.ledger.refused(this.signal, value);
		}
	}

	@Override
	public void add(long value, Attributes attributes, Context context) {
		add(value, attributes);
	}

	@Override
	public LongCounterBuilder setDescription(String description) {
		return this;
	}

	@Override
	public LongCounterBuilder setUnit(String unit) {
		return this;
	}

	@Override
	public DoubleCounterBuilder ofDoubles() {
		return MeterProvider.noop().get("").counterBuilder("").ofDoubles();
	}

	@Override
	public LongCounter build() {
		return this;
	}

	@Override
	public ObservableLongCounter buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
		return MeterProvider.noop().get("").counterBuilder("").buildWithCallback(callback);
	}

}
