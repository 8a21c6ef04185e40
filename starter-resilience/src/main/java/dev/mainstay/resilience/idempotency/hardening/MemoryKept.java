package dev.mainstay.resilience.idempotency.hardening;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;

/**
 * Whether keys are kept in memory, and what they might have been kept in.
 */
enum MemoryKept {

	/** They are somewhere else, or there are none. */
	NO,

	/** They are, and Redis was not asked. */
	YES,

	/** They are, as Redis was asked. */
	INSTEAD_OF_REDIS,

	/** Redis is still being asked. */
	NOT_YET_KNOWN;

	private static final String CHOOSING = "dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore";

	static MemoryKept in(InspectedApplication application) {
		if (!application.beans(InMemoryIdempotencyStore.class).isEmpty()) {
			return YES;
		}
		return application.beans(CHOOSING)
			.stream()
			.findFirst()
			.map((store) -> chosenBy((RedisOrMemoryIdempotencyStore) store))
			.orElse(NO);
	}

	/** Does not wait for Redis. */
	private static MemoryKept chosenBy(RedisOrMemoryIdempotencyStore store) {
		Optional<IdempotencyStore> chosen = store.chosen(Duration.ZERO);
		if (chosen.isEmpty()) {
			return NOT_YET_KNOWN;
		}
		return (chosen.get() instanceof InMemoryIdempotencyStore) ? INSTEAD_OF_REDIS : NO;
	}

	/** What was found and could not be used. */
	List<Finding> passedOver(InspectedApplication application) {
		if (this == INSTEAD_OF_REDIS) {
			return List.of(Finding.of(application.beans(CHOOSING)
				.stream()
				.findFirst()
				.flatMap((store) -> ((RedisOrMemoryIdempotencyStore) store).evictionPolicy())
				.map((policy) -> "keys are in memory, as Redis evicts: maxmemory-policy is " + policy)
				.orElse("keys are in memory, as Redis did not tell its eviction policy")));
		}
		return application.beans("javax.sql.DataSource").isEmpty() ? List.of() : List.of(Finding
			.of("keys are in memory, though there is a database: it cannot be used, or has no table " + "for them"));
	}

}
