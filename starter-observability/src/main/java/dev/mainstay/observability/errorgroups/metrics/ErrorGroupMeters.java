package dev.mainstay.observability.errorgroups.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of error groups. All count from the start of the application.
 *
 * @since 0.1.0
 */
public enum ErrorGroupMeters implements MeterDocumentation {

	/**
	 * Failures by group: the first hundred are told apart, the others are one.
	 */
	FAILURES("mainstay.errorgroups.failures", Meter.Type.COUNTER,
			"Failures by group; those beyond the first hundred groups are counted together"),

	/**
	 * Groups that are known.
	 */
	GROUPS("mainstay.errorgroups.groups", Meter.Type.GAUGE, "Groups of failures that are known"),

	/**
	 * Groups that had to leave for others.
	 */
	LEFT("mainstay.errorgroups.left", Meter.Type.COUNTER, "Groups of failures that had to leave for others");

	private final String meterName;

	private final Meter.Type type;

	private final String description;

	ErrorGroupMeters(String meterName, Meter.Type type, String description) {
		this.meterName = meterName;
		this.type = type;
		this.description = description;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public KeyName[] getKeyNames() {
		return (this == FAILURES) ? Key.values() : new KeyName[0];
	}

	/**
	 * What the meter counts.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The tags of failures.
	 *
	 * @since 0.1.0
	 */
	public enum Key implements KeyName {

		/**
		 * The fingerprint of the group, {@code other} for those that are not told apart.
		 */
		GROUP {
			@Override
			public String asString() {
				return "group";
			}
		},

		/**
		 * The simple name of the type of the root cause.
		 */
		TYPE {
			@Override
			public String asString() {
				return "type";
			}
		}

	}

}
