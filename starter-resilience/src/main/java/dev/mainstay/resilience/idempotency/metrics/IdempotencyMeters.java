package dev.mainstay.resilience.idempotency.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of the feature.
 *
 * @since 0.1.0
 */
public enum IdempotencyMeters implements MeterDocumentation {

	/**
	 * Requests with a key, by what became of them.
	 */
	REQUESTS("mainstay.idempotency.requests", Meter.Type.COUNTER, "Requests with a key, by what became of them") {

		@Override
		public KeyName[] getKeyNames() {
			return RequestKeys.values();
		}

	},

	/**
	 * Records in the store in memory.
	 */
	RECORDS("mainstay.idempotency.records", Meter.Type.GAUGE, "Records in the store in memory"),

	/**
	 * Bytes that the records in memory take.
	 */
	BYTES("mainstay.idempotency.bytes", Meter.Type.GAUGE, "Bytes that the records in memory take") {

		@Override
		public String getBaseUnit() {
			return "bytes";
		}

	};

	private final String meterName;

	private final Meter.Type type;

	private final String description;

	IdempotencyMeters(String meterName, Meter.Type type, String description) {
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

	/**
	 * What the meter shows.
	 * @return the description, as it is exported
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The tags of {@link #REQUESTS}.
	 *
	 * @since 0.1.0
	 */
	public enum RequestKeys implements KeyName {

		/**
		 * What became of the request: the code of an {@code IdempotencyResult}.
		 */
		RESULT;

		@Override
		public String asString() {
			return "result";
		}

	}

}
