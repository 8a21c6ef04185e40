package dev.mainstay.resilience.idempotency;

import java.time.Duration;
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
	 * hold them, the entry of the cache and the share of its caller, whom it may be the
	 * only record of. Measured at 612 bytes with compressed pointers, and rounded up.
	 */
	static final int OVERHEAD = 640;

	/** The objects that hold a header and its value, measured in the same way. */
	private static final int HEADER_OVERHEAD = 96;

	private final Claimed claimed;

	private final long weight;

	/** When the owner let go, while the outcome is not known. */
	private final @Nullable Long abandonedAt;

	private final @Nullable Outcome outcome;

	private MemoryRecord(Claimed claimed, long weight, @Nullable Long abandonedAt, @Nullable Outcome outcome) {
		this.claimed = claimed;
		this.weight = weight;
		this.abandonedAt = abandonedAt;
		this.outcome = outcome;
	}

	static MemoryRecord open(Claimed claimed) {
		return new MemoryRecord(claimed, OVERHEAD, null, null);
	}

	MemoryRecord completed(Outcome outcome) {
		return new MemoryRecord(this.claimed, OVERHEAD + weightOf(outcome), null, outcome);
	}

	MemoryRecord abandoned(long now) {
		return new MemoryRecord(this.claimed, OVERHEAD, now, null);
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

	@Nullable Outcome outcome() {
		return this.outcome;
	}

	String caller() {
		return this.claimed.operation().caller();
	}

	boolean isOwnedBy(String token) {
		return this.outcome == null && this.claimed.token().equals(token);
	}

	/** Whether the owner lives: then the record neither expires nor loses its lease. */
	boolean isOpen() {
		return this.outcome == null && this.abandonedAt == null;
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
		if (this.abandonedAt != null && now - this.abandonedAt >= this.claimed.lease().toNanos()) {
			return new ClaimResult.Completed(new Outcome.Unknown());
		}
		return new ClaimResult.InProgress(Duration.ofNanos(now - this.claimed.since()));
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
