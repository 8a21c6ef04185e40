package dev.mainstay.observability.masking.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of masking.
 *
 * @since 0.1.0
 */
public enum MaskingMeters implements MeterDocumentation {

	/**
	 * Values that were masked since the process started, by the rule that found them.
	 * What is masked in a message and in an attribute counts twice, as it does in a line
	 * on the console and one in a file.
	 */
	MASKED {

		@Override
		public String getName() {
			return "mainstay.masking.masked";
		}

		@Override
		public Meter.Type getType() {
			return Meter.Type.COUNTER;
		}

		@Override
		public KeyName[] getKeyNames() {
			return Key.values();
		}

	};

	/**
	 * The tags of the meters.
	 */
	public enum Key implements KeyName {

		/**
		 * What told the secret from other text.
		 * @see dev.mainstay.observability.masking.MaskingRule
		 */
		RULE {

			@Override
			public String asString() {
				return "rule";
			}

		}

	}

}
