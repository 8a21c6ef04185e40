package dev.mainstay.resilience.idempotency.autoconfigure;

import java.time.Duration;
import java.util.Optional;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;

/**
 * Says where keys are kept, and why.
 */
final class RedisOrMemoryStatus implements FeatureStatus {

	/** The start block has no time for a Redis that does not answer. */
	private static final Duration PATIENCE = Duration.ofMillis(200);

	private final RedisOrMemoryIdempotencyStore store;

	RedisOrMemoryStatus(RedisOrMemoryIdempotencyStore store) {
		this.store = store;
	}

	@Override
	public String feature() {
		return "idempotency-store";
	}

	@Override
	public FeatureState state() {
		return FeatureState.ON;
	}

	@Override
	public String reason() {
		Optional<IdempotencyStore> chosen = this.store.chosen(PATIENCE);
		if (chosen.isEmpty()) {
			return "Redis has not answered yet";
		}
		if (chosen.get() instanceof RedisIdempotencyStore) {
			return "keys are kept in Redis";
		}
		return this.store.evictionPolicy()
			.map((policy) -> "keys are kept in memory, as Redis evicts (" + policy + ")")
			.orElse("keys are kept in memory, as Redis did not tell its eviction policy");
	}

}
