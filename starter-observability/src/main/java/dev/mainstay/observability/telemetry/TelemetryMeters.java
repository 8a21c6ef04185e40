package dev.mainstay.observability.telemetry;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of the feature.
 *
 * @since 0.1.0
 */
public enum TelemetryMeters implements MeterDocumentation {

	/**
	 * Spans, data points and log records that were not delivered. What was produced is
	 * what was delivered and this.
	 */
	DROPPED("mainstay.telemetry.dropped", "Spans, data points and log records that were not delivered");

	private final String meterName;

	private final String description;

	TelemetryMeters(String meterName, String description) {
		this.meterName = meterName;
		this.description = description;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return Meter.Type.COUNTER;
	}

	@Override
	public KeyName[] getKeyNames() {
		return DroppedKeys.values();
	}

	/**
	 * What the meter shows.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The tags of {@link #DROPPED}.
	 *
	 * @since 0.1.0
	 */
	public enum DroppedKeys implements KeyName {

		/**
		 * The kind of telemetry: the code of a {@code Signal}.
		 */
		SIGNAL("signal"),

		/**
		 * Why it was not delivered: the code of a {@code DropReason}.
		 */
		REASON("reason");

		private final String key;

		DroppedKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
