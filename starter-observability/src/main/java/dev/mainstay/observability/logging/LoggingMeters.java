package dev.mainstay.observability.logging;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of the feature. All count from the start of the JVM.
 *
 * @since 0.1.0
 */
public enum LoggingMeters implements MeterDocumentation {

	/**
	 * Events of which only a minimal line could be written.
	 */
	FAILURES("mainstay.logging.encode.failures", "Events of which only a minimal line could be written"),

	/**
	 * Names that an event used more than once, or for a value of another type than
	 * before.
	 */
	COLLISIONS("mainstay.logging.collisions",
			"Names that an event used more than once, or for a value of another type than before"),

	/**
	 * Lines that lack something because they would be too long.
	 */
	TRUNCATED("mainstay.logging.truncated", "Lines that lack something because they would be too long");

	private final String meterName;

	private final String description;

	LoggingMeters(String meterName, String description) {
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

	/**
	 * What the meter counts.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

}
