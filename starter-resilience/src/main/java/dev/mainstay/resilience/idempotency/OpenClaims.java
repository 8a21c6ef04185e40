package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations that this instance runs and that are not over. A claim leaves when it is
 * settled or abandoned. Costs each of them one entry; thread-safe.
 *
 * @since 0.1.0
 */
public final class OpenClaims {

	private final Set<OpenClaim> claims = ConcurrentHashMap.newKeySet();

	private volatile boolean stopped;

	OpenClaims() {
	}

	void add(OpenClaim claim) {
		this.claims.add(claim);
	}

	void remove(OpenClaim claim) {
		this.claims.remove(claim);
	}

	/**
	 * How many there are.
	 * @return the number of operations
	 */
	public int count() {
		return this.claims.size();
	}

	/**
	 * For how long the oldest of them has been running.
	 * @return the time, zero if there is none
	 */
	public Duration oldest() {
		return this.claims.stream().map(OpenClaim::age).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
	}

	/**
	 * Let go of all of them. Called when the service stops and waits for them no longer:
	 * an operation that ends nevertheless is still recorded. One that fails from now on
	 * frees its key no more, because the stop itself may have interrupted it, anywhere
	 * between two effects.
	 * @return the names of their records, those that began first at the beginning
	 */
	public List<String> abandonAll() {
		this.stopped = true;
		List<OpenClaim> left = this.claims.stream()
			.sorted(Comparator.comparing(OpenClaim::age, Comparator.reverseOrder()))
			.toList();
		return left.stream().map(OpenClaims::abandon).flatMap(Optional::stream).toList();
	}

	/** Whether a failure may be the stop's. */
	boolean areStopped() {
		return this.stopped;
	}

	private static Optional<String> abandon(OpenClaim claim) {
		claim.abandon();
		return claim.isSettled() ? Optional.empty() : Optional.of(claim.recordKey());
	}

}
