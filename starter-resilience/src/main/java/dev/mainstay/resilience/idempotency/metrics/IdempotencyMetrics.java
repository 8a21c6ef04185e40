package dev.mainstay.resilience.idempotency.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.OpenClaims;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests with a key and what became of their operations, and shows how full the
 * store in memory is and what is under way. Every counter is there from the start, so
 * that what has not happened is zero rather than absent. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyMetrics implements IdempotencyListener, MeterBinder {

	private final @Nullable InMemoryIdempotencyStore store;

	private volatile @Nullable OpenClaims open;

	private final List<IdempotencyCounters> counters = new CopyOnWriteArrayList<>();

	/**
	 * Create the metrics.
	 * @param store the store in memory, {@code null} if another one is used
	 */
	public IdempotencyMetrics(@Nullable InMemoryIdempotencyStore store) {
		this.store = store;
	}

	@Override
	public void onStart(OpenClaims open) {
		this.open = open;
	}

	@Override
	public void onResult(IdempotencyResult result) {
		count((some) -> some.result(result));
	}

	@Override
	public void onTakenOver() {
		count(IdempotencyCounters::stolen);
	}

	@Override
	public void onLost() {
		count(IdempotencyCounters::lost);
	}

	@Override
	public void onStored(long bytes) {
		count((some) -> some.stored(bytes));
	}

	@Override
	public void onStoreFailure(RuntimeException failure) {
		count(IdempotencyCounters::storeFailed);
	}

	private void count(Consumer<IdempotencyCounters> event) {
		this.counters.forEach(event);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counters.add(new IdempotencyCounters(registry));
		if (this.store != null) {
			gauges(this.store, registry);
		}
		Gauge.builder(IdempotencyMeters.IN_FLIGHT.getName(), this, IdempotencyMetrics::inFlight)
			.description(IdempotencyMeters.IN_FLIGHT.description())
			.register(registry);
		TimeGauge
			.builder(IdempotencyMeters.IN_FLIGHT_AGE.getName(), this, TimeUnit.NANOSECONDS,
					IdempotencyMetrics::oldestNanos)
			.description(IdempotencyMeters.IN_FLIGHT_AGE.description())
			.register(registry);
	}

	private int inFlight() {
		OpenClaims some = this.open;
		return (some != null) ? some.count() : 0;
	}

	private long oldestNanos() {
		OpenClaims some = this.open;
		return (some != null) ? some.oldest().toNanos() : 0;
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
