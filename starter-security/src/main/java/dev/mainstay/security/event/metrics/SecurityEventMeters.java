package dev.mainstay.security.event.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of the feature.
 *
 * @since 0.1.0
 */
public enum SecurityEventMeters implements MeterDocumentation {

	/**
	 * Security events, those that were not logged among them.
	 */
	EVENTS("mainstay.security.events", "Security events, those that were not logged among them");

	private final String meterName;

	private final String description;

	SecurityEventMeters(String meterName, String description) {
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
		return Tags.values();
	}

	/**
	 * What the meter counts.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The tags of the meters.
	 */
	enum Tags implements KeyName {

		/** The name of the event in the vocabulary. */
		EVENT;

		@Override
		public String asString() {
			return "event";
		}

	}

}
