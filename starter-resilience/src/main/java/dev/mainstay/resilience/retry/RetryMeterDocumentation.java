package dev.mainstay.resilience.retry;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of retries.
 *
 * @since 0.1.0
 */
public enum RetryMeterDocumentation implements MeterDocumentation {

	/**
	 * Attempts that were made once more, by the {@link FailureKind} of the attempt
	 * before.
	 */
	RETRIES("mainstay.http.client.retries", "Attempts that were made once more", Key.FAILURE),

	/**
	 * Failures that may have been transient and were handed to the caller, by
	 * {@link Suppression}.
	 */
	SUPPRESSED("mainstay.http.client.retries.suppressed",
			"Failures that may have been transient and were handed to the caller", Key.REASON);

	private final String name;

	private final String description;

	private final Key why;

	RetryMeterDocumentation(String name, String description, Key why) {
		this.name = name;
		this.description = description;
		this.why = why;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return Meter.Type.COUNTER;
	}

	@Override
	public KeyName[] getKeyNames() {
		return KeyName.merge(new KeyName[] { Key.CLIENT }, new KeyName[] { this.why });
	}

	String description() {
		return this.description;
	}

	Key why() {
		return this.why;
	}

	/**
	 * The tags of the meters.
	 */
	public enum Key implements KeyName {

		/**
		 * The name of the client.
		 */
		CLIENT("client"),

		/**
		 * Why the attempt before failed.
		 */
		FAILURE("failure"),

		/**
		 * Why there was no further attempt.
		 */
		REASON("reason");

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
