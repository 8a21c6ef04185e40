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

	},

	/**
	 * Operations with a key that this instance runs.
	 */
	IN_FLIGHT("mainstay.idempotency.in.flight", Meter.Type.GAUGE, "Operations with a key that this instance runs"),

	/**
	 * Time for which the oldest operation with a key has been running in this instance.
	 */
	IN_FLIGHT_AGE("mainstay.idempotency.in.flight.age", Meter.Type.GAUGE,
			"Time for which the oldest operation with a key has been running in this instance") {

		@Override
		public String getBaseUnit() {
			return "seconds";
		}

	},

	/**
	 * Operations that were run once more after their owner was lost.
	 */
	STOLEN("mainstay.idempotency.stolen", Meter.Type.COUNTER,
			"Operations that were run once more after their owner was lost"),

	/**
	 * Operations whose owner found at their end that the claim was no longer its own.
	 */
	LOST("mainstay.idempotency.lost", Meter.Type.COUNTER,
			"Operations whose owner found at their end that the claim was no longer its own"),

	/**
	 * Bodies of answers that were given to the store.
	 */
	STORED("mainstay.idempotency.stored", Meter.Type.COUNTER, "Bodies of answers that were given to the store") {

		@Override
		public String getBaseUnit() {
			return "bytes";
		}

	},

	/**
	 * Calls of the store that failed.
	 */
	STORE_FAILURES("mainstay.idempotency.store.failures", Meter.Type.COUNTER, "Calls of the store that failed");

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
