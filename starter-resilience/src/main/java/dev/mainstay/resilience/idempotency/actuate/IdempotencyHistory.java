package dev.mainstay.resilience.idempotency.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.OpenClaims;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to keys in this instance since its start, and what is under way.
 * Learns it from requests alone and asks the store nothing. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyHistory implements IdempotencyListener {

	private final Map<IdempotencyResult, LongAdder> results = new EnumMap<>(IdempotencyResult.class);

	private final LongAdder stolen = new LongAdder();

	private final LongAdder lost = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private volatile @Nullable String lastFailure;

	private volatile @Nullable OpenClaims open;

	/**
	 * Begin a history.
	 */
	public IdempotencyHistory() {
		for (IdempotencyResult result : IdempotencyResult.values()) {
			this.results.put(result, new LongAdder());
		}
	}

	@Override
	public void onStart(OpenClaims open) {
		this.open = open;
	}

	@Override
	public void onResult(IdempotencyResult result) {
		Objects.requireNonNull(this.results.get(result)).increment();
	}

	@Override
	public void onTakenOver() {
		this.stolen.increment();
	}

	@Override
	public void onLost() {
		this.lost.increment();
	}

	/** What the failure says may be about data; its type is not. */
	@Override
	public void onStoreFailure(RuntimeException failure) {
		this.failures.increment();
		this.lastFailure = failure.getClass().getName() + " at " + Instant.now();
	}

	/** How many requests there were, by what became of them; without those that are 0. */
	Map<String, Long> results() {
		Map<String, Long> counts = new TreeMap<>();
		this.results.forEach((result, count) -> {
			if (count.sum() > 0) {
				counts.put(result.code(), count.sum());
			}
		});
		return counts;
	}

	long stolen() {
		return this.stolen.sum();
	}

	long lost() {
		return this.lost.sum();
	}

	long failures() {
		return this.failures.sum();
	}

	@Nullable String lastFailure() {
		return this.lastFailure;
	}

	int inFlight() {
		OpenClaims some = this.open;
		return (some != null) ? some.count() : 0;
	}

	Duration oldestInFlight() {
		OpenClaims some = this.open;
		return (some != null) ? some.oldest() : Duration.ZERO;
	}

}
