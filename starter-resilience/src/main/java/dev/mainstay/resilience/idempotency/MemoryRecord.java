package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record of the store in memory. Immutable, and compared by identity, so that replacing
 * one is a compare-and-set.
 */
final class MemoryRecord {

	/**
	 * What a record takes besides the answer: the digests, the token, the objects that
	 * hold them, the entries of both maps and the share of its caller, whom it may be the
	 * only record of. Measured at 628 bytes with compressed pointers, and rounded up.
	 */
	static final int OVERHEAD = 640;

	/** The objects that hold a header and its value, measured in the same way. */
	private static final int HEADER_OVERHEAD = 96;

	/** No two have the same token, but those that follow each other in one place. */
	static final Comparator<MemoryRecord> BY_EXPIRY = Comparator.comparingLong(MemoryRecord::expiry)
		.thenComparing((record) -> record.claimed.token());

	private final Claimed claimed;

	private final long weight;

	/** When the owner let go, while the outcome is not known. */
	private final @Nullable Long abandonedAt;

	private final @Nullable Outcome outcome;

	/** When the record is not kept any longer, if it does not live as its owner does. */
	private final @Nullable Long expiresAt;

	private MemoryRecord(Claimed claimed, @Nullable Long abandonedAt, @Nullable Outcome outcome,
			@Nullable Long expiresAt) {
		this.claimed = claimed;
		this.weight = OVERHEAD + ((outcome != null) ? weightOf(outcome) : 0);
		this.abandonedAt = abandonedAt;
		this.outcome = outcome;
		this.expiresAt = expiresAt;
	}

	static MemoryRecord open(Claimed claimed) {
		return new MemoryRecord(claimed, null, null, null);
	}

	MemoryRecord completed(Outcome outcome, long expiresAt) {
		return new MemoryRecord(this.claimed, null, outcome, expiresAt);
	}

	MemoryRecord abandoned(long now, long expiresAt) {
		return new MemoryRecord(this.claimed, now, null, expiresAt);
	}

	static long weightOf(Outcome outcome) {
		if (!(outcome instanceof Outcome.Replayable replayable)) {
			return 0;
		}
		StoredResponse response = replayable.response();
		long weight = response.body().length;
		for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
			weight += HEADER_OVERHEAD;
			weight += header.getValue().stream().mapToInt(String::length).sum();
		}
		return weight;
	}

	String key() {
		return this.claimed.operation().recordKey();
	}

	String caller() {
		return this.claimed.operation().caller();
	}

	boolean isOwnedBy(String token) {
		return this.outcome == null && this.claimed.token().equals(token);
	}

	/** Whether it is the claim of an owner who was lost. */
	boolean isAbandoned(String token, long now) {
		return isOwnedBy(token) && isAbandoned(now);
	}

	private boolean isAbandoned(long now) {
		return this.abandonedAt != null && now - this.abandonedAt >= this.claimed.lease().toNanos();
	}

	/** Whether the operation has no end yet. */
	boolean isOpen() {
		return this.outcome == null;
	}

	/** Whether nobody has said how the operation ended. */
	boolean isUndecided() {
		return this.outcome == null || this.outcome instanceof Outcome.Unknown;
	}

	IdempotencyRecords.Entry entry(long now) {
		return new IdempotencyRecords.Entry(key(), age(now), this.outcome, isOpen() && isAbandoned(now));
	}

	private Duration age(long now) {
		return Duration.ofNanos(now - this.claimed.since());
	}

	private long expiry() {
		return (this.expiresAt != null) ? this.expiresAt : Long.MAX_VALUE;
	}

	/** Whether the record does not live as its owner does. */
	boolean expires() {
		return this.expiresAt != null;
	}

	boolean hasExpired(long now) {
		return this.expiresAt != null && now - this.expiresAt >= 0;
	}

	long weight() {
		return this.weight;
	}

	ClaimResult answer(String fingerprint, long now) {
		if (!this.claimed.operation().fingerprint().equals(fingerprint)) {
			return new ClaimResult.Mismatch();
		}
		if (this.outcome != null) {
			return new ClaimResult.Completed(this.outcome);
		}
		if (isAbandoned(now)) {
			return new ClaimResult.Abandoned(this.claimed.token());
		}
		return new ClaimResult.InProgress(age(now));
	}

	/**
	 * What was claimed.
	 *
	 * @param token proves the owner
	 * @param operation the operation
	 * @param since when, in the time of the store's clock
	 * @param lease how long the claim outlives its owner
	 */
	record Claimed(String token, Operation operation, long since, Duration lease) {

	}

}
