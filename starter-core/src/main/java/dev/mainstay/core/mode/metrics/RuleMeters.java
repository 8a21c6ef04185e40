package dev.mainstay.core.mode.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of the rules on the ladder.
 *
 * @since 0.1.0
 */
public enum RuleMeters implements MeterDocumentation {

	/**
	 * Requests and calls that broke a rule, or whose answer it changes.
	 */
	HITS("mainstay.rules.hits", "Requests and calls that broke a rule, or whose answer it changes");

	private final String meterName;

	private final String description;

	RuleMeters(String meterName, String description) {
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
		return Key.values();
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
	 *
	 * @since 0.1.0
	 */
	public enum Key implements KeyName {

		/**
		 * The name of the rule, such as {@code validation.missing-valid}.
		 */
		RULE {
			@Override
			public String asString() {
				return "rule";
			}
		},

		/**
		 * How far the rule is taken: {@code report} or {@code enforce}.
		 */
		RUNG {
			@Override
			public String asString() {
				return "rung";
			}
		}

	}

}
