package dev.mainstay.resilience.idempotency.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import dev.mainstay.resilience.idempotency.IdempotencyResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The counters of the feature in one registry. Thread-safe.
 */
final class IdempotencyCounters {

	private final Map<IdempotencyResult, Counter> results = new EnumMap<>(IdempotencyResult.class);

	private final Counter stolen;

	private final Counter lost;

	private final Counter stored;

	private final Counter storeFailures;

	IdempotencyCounters(MeterRegistry registry) {
		for (IdempotencyResult result : IdempotencyResult.values()) {
			this.results.put(result,
					counter(IdempotencyMeters.REQUESTS)
						.tag(IdempotencyMeters.RequestKeys.RESULT.asString(), result.code())
						.register(registry));
		}
		this.stolen = counter(IdempotencyMeters.STOLEN).register(registry);
		this.lost = counter(IdempotencyMeters.LOST).register(registry);
		this.stored = counter(IdempotencyMeters.STORED).baseUnit(IdempotencyMeters.STORED.getBaseUnit())
			.register(registry);
		this.storeFailures = counter(IdempotencyMeters.STORE_FAILURES).register(registry);
	}

	private static Counter.Builder counter(IdempotencyMeters meter) {
		return Counter.builder(meter.getName()).description(meter.description());
	}

	void result(IdempotencyResult result) {
		Objects.requireNonNull(this.results.get(result)).increment();
	}

	void stolen() {
		this.stolen.increment();
	}

	void lost() {
		this.lost.increment();
	}

	void stored(long bytes) {
		this.stored.increment(bytes);
	}

	void storeFailed() {
		this.storeFailures.increment();
	}

}
