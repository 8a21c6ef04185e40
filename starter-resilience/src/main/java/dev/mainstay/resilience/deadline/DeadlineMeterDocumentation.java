package dev.mainstay.resilience.deadline;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of deadlines.
 *
 * @since 0.1.0
 */
public enum DeadlineMeterDocumentation implements MeterDocumentation {

	/**
	 * Requests that came with a deadline. The outcome {@code received} is that of those
	 * that came in time, {@code expired} that of those that did not.
	 */
	REQUESTS("mainstay.deadline.requests", "Requests that came with a deadline");

	private final String name;

	private final String description;

	DeadlineMeterDocumentation(String name, String description) {
		this.name = name;
		this.description = description;
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
		return Key.values();
	}

	String description() {
		return this.description;
	}

	/**
	 * The tags of the meters.
	 */
	public enum Key implements KeyName {

		/**
		 * Whether there was time left.
		 */
		OUTCOME("outcome");

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
