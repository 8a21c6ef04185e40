package dev.mainstay.resilience.idempotency.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * Keeps the records in Redis if it evicts nothing, and in memory if it does, does not
 * tell, or is not there. Redis is asked once, when this is created, and what it says
 * holds for the life of the process: records would be lost on the way from one to the
 * other. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RedisOrMemoryIdempotencyStore implements IdempotencyStore, IdempotencyRecords, AutoCloseable {

	private static final String SAFE = "noeviction";

	/** The start block has no time for a Redis that does not answer. */
	private static final Duration GLANCE = Duration.ofMillis(200);

	private final RedisIdempotencyStore redis;

	private final IdempotencyStore memory;

	private final Duration patience;

	private final PolicyQuestion question;

	private volatile @Nullable IdempotencyStore chosen;

	/**
	 * Create a store, and begin to ask Redis.
	 * @param redis the store in Redis, which belongs to this one from then on
	 * @param memory the other one
	 * @param patience for how long a request waits until it is known which one it is
	 */
	public RedisOrMemoryIdempotencyStore(RedisIdempotencyStore redis, IdempotencyStore memory, Duration patience) {
		this.redis = redis;
		this.memory = memory;
		this.patience = patience;
		this.question = new PolicyQuestion(redis);
	}

	/**
	 * The store that was chosen. Waits for the answer of Redis for as long as a request
	 * would.
	 * @return the store, empty if it is not known yet
	 */
	public Optional<IdempotencyStore> chosen() {
		return chosen(this.patience);
	}

	/**
	 * The store that was chosen.
	 * @param patience for how long to wait for the answer of Redis, at most
	 * @return the store, empty if it is not known yet
	 */
	public Optional<IdempotencyStore> chosen(Duration patience) {
		IdempotencyStore known = this.chosen;
		if (known == null) {
			Optional<String> policy = this.question.await(patience);
			if (policy == null) {
				return Optional.empty();
			}
			known = policy.filter(SAFE::equals).isPresent() ? this.redis : this.memory;
			choose(known);
		}
		return Optional.of(known);
	}

	private synchronized void choose(IdempotencyStore store) {
		if (this.chosen == null && store != this.redis) {
			this.redis.close();
		}
		this.chosen = store;
	}

	/**
	 * The policy of Redis that the choice was made by. Called at any time; does not
	 * block.
	 * @return the policy, empty if Redis has not told it
	 */
	public Optional<String> evictionPolicy() {
		return this.redis.knownEvictionPolicy();
	}

	private IdempotencyStore store() {
		return chosen().orElseThrow(
				() -> new QueryTimeoutException("Redis has not said yet whether it is safe to keep keys in it"));
	}

	private Optional<IdempotencyRecords> records() {
		return (store() instanceof IdempotencyRecords records) ? Optional.of(records) : Optional.empty();
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		return store().claim(operation, lease);
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		return store().takeOver(operation, lost, lease);
	}

	@Override
	public Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
		return store().renew(claims, lease);
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		return store().complete(recordKey, token, outcome);
	}

	@Override
	public boolean release(String recordKey, String token) {
		return store().release(recordKey, token);
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		return store().abandon(recordKey, token);
	}

	@Override
	public Optional<Entry> find(String recordKey) {
		return records().flatMap((it) -> it.find(recordKey));
	}

	@Override
	public List<Entry> unfinished(int limit) {
		return records().map((it) -> it.unfinished(limit)).orElse(List.of());
	}

	@Override
	public boolean forget(String recordKey) {
		return records().map((it) -> it.forget(recordKey)).orElse(false);
	}

	@Override
	public boolean resolve(String recordKey, Outcome outcome) {
		return records().map((it) -> it.resolve(recordKey, outcome)).orElse(false);
	}

	@Override
	public boolean needsRenewal() {
		return true;
	}

	/**
	 * Where the records are, and why, as a part of a sentence. Waits a little for an
	 * answer of Redis that is on its way.
	 * @return the store
	 */
	@Override
	public String toString() {
		Optional<IdempotencyStore> known = chosen(GLANCE);
		if (known.isEmpty()) {
			return "Redis or memory: Redis has not answered yet";
		}
		if (known.get() == this.redis) {
			return this.redis.toString();
		}
		return this.memory + evictionPolicy().map((policy) -> ", as Redis evicts (" + policy + ")")
			.orElse(", as Redis did not tell its eviction policy");
	}

	/**
	 * Close the connection to Redis. Called when the application ends.
	 */
	@Override
	public void close() {
		this.question.close();
		this.redis.close();
	}

}
