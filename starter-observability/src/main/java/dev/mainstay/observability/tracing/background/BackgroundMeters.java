package dev.mainstay.observability.tracing.background;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of work in the background. How many tasks wait is told by the meters of
 * Micrometer: {@code executor.queued}.
 *
 * @since 0.1.0
 */
public enum BackgroundMeters implements MeterDocumentation {

	/**
	 * Tasks whose failure nobody was waiting for.
	 */
	FAILURES("mainstay.background.failures", "Tasks whose failure nobody was waiting for", Meter.Type.COUNTER),

	/**
	 * Tasks that an executor did not take.
	 */
	REJECTED("mainstay.background.rejected", "Tasks that an executor did not take", Meter.Type.COUNTER),

	/**
	 * The time since a task ended well, or since the first one began where none did.
	 */
	LAST_SUCCESS_AGE("mainstay.background.last.success.age", "Time since a task ended well", Meter.Type.GAUGE);

	private final String name;

	private final String description;

	private final Meter.Type type;

	BackgroundMeters(String name, String description, Meter.Type type) {
		this.name = name;
		this.description = description;
		this.type = type;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public KeyName[] getKeyNames() {
		return Key.values();
	}

	String description() {
		return this.description;
	}

	/**
	 * The tags.
	 */
	public enum Key implements KeyName {

		/**
		 * {@code executor} or {@code scheduled}.
		 */
		TYPE("type"),

		/**
		 * The name of the executor's bean, or the class and the method that are called.
		 */
		NAME("name");

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
