package dev.mainstay.resilience.idempotency.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests with a key and shows how full the store in memory is. Every counter is
 * there from the start, so that what has not happened is zero rather than absent.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyMetrics implements IdempotencyListener, MeterBinder {

	private final @Nullable InMemoryIdempotencyStore store;

	private final List<Map<IdempotencyResult, Counter>> counters = new CopyOnWriteArrayList<>();

	/**
	 * Create the metrics.
	 * @param store the store in memory, {@code null} if another one is used
	 */
	public IdempotencyMetrics(@Nullable InMemoryIdempotencyStore store) {
		this.store = store;
	}

	@Override
	public void onResult(IdempotencyResult result) {
		this.counters.stream()
			.map((byResult) -> byResult.get(result))
			.filter(Objects::nonNull)
			.forEach(Counter::increment);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Map<IdempotencyResult, Counter> byResult = new EnumMap<>(IdempotencyResult.class);
		for (IdempotencyResult result : IdempotencyResult.values()) {
			byResult.put(result, counter(result).register(registry));
		}
		this.counters.add(byResult);
		if (this.store != null) {
			gauges(this.store, registry);
		}
	}

	private static Counter.Builder counter(IdempotencyResult result) {
		return Counter.builder(IdempotencyMeters.REQUESTS.getName())
			.description(IdempotencyMeters.REQUESTS.description())
			.tag(IdempotencyMeters.RequestKeys.RESULT.asString(), result.code());
	}

	private static void gauges(InMemoryIdempotencyStore store, MeterRegistry registry) {
		Gauge.builder(IdempotencyMeters.RECORDS.getName(), store, InMemoryIdempotencyStore::entries)
			.description(IdempotencyMeters.RECORDS.description())
			.register(registry);
		Gauge.builder(IdempotencyMeters.BYTES.getName(), store, InMemoryIdempotencyStore::bytes)
			.description(IdempotencyMeters.BYTES.description())
			.baseUnit(IdempotencyMeters.BYTES.getBaseUnit())
			.register(registry);
	}

}
