package dev.mainstay.resilience.fallback.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of fallbacks.
 *
 * @since 0.1.0
 */
public enum FallbackMeterDocumentation implements MeterDocumentation {

	/**
	 * Answers that a fallback has given, by the client and by why its call failed.
	 */
	FALLBACKS;

	@Override
	public String getName() {
		return "mainstay.http.client.fallbacks";
	}

	@Override
	public Meter.Type getType() {
		return Meter.Type.COUNTER;
	}

	@Override
	public KeyName[] getKeyNames() {
		return Key.values();
	}

	String description() {
		return "Answers that a fallback has given";
	}

	/**
	 * The tags of the meter.
	 *
	 * @since 0.1.0
	 */
	public enum Key implements KeyName {

		/**
		 * The name of the client.
		 */
		CLIENT("client"),

		/**
		 * Why the call failed: the reason of a rejection, the kind of a failure, or
		 * {@code failed} and {@code other}.
		 */
		CAUSE("cause");

		private final String key;

		Key(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
