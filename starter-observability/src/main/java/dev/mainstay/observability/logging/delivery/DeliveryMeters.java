package dev.mainstay.observability.logging.delivery;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of log lines that did not get out.
 *
 * @since 0.1.0
 */
public enum DeliveryMeters implements MeterDocumentation {

	/**
	 * Log lines that were left out because many said the same.
	 */
	SUPPRESSED("mainstay.logging.suppressed", "Log lines that were left out because many said the same") {

		@Override
		public KeyName[] getKeyNames() {
			return new KeyName[] { DeliveryKeys.APPENDER };
		}

	},

	/**
	 * Log lines that could not be written in time.
	 */
	DROPPED("mainstay.logging.dropped", "Log lines that could not be written in time") {

		@Override
		public KeyName[] getKeyNames() {
			return DeliveryKeys.values();
		}

	};

	private final String meterName;

	private final String description;

	DeliveryMeters(String meterName, String description) {
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
	 * What the meter shows.
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
	public enum DeliveryKeys implements KeyName {

		/**
		 * The name of the appender whose line it was.
		 */
		APPENDER {

			@Override
			public String asString() {
				return "appender";
			}

		},

		/**
		 * The level of the line.
		 */
		LEVEL {

			@Override
			public String asString() {
				return "level";
			}

		}

	}

}
