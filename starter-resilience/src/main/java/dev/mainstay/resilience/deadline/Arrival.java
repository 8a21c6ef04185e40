package dev.mainstay.resilience.deadline;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request when it arrived. Immutable and thread-safe.
 *
 * @param deadline until when its answer is of use, {@code null} for as long as it takes
 * @param attempt how often it has been sent, this time included; 1 for the first time
 * @param refused whether it is answered without being worked on, since its time is up
 * @since 0.1.0
 */
public record Arrival(@Nullable Deadline deadline, int attempt, boolean refused) {

	/**
	 * The one of a request that says nothing, as most do.
	 */
	public static final Arrival PLAIN = new Arrival(null, 1, false);

	private static final Arrival REFUSED = new Arrival(null, 1, true);

	static Arrival refusal() {
		return REFUSED;
	}

	static Arrival of(@Nullable Deadline deadline, int attempt) {
		return (deadline == null && attempt == 1) ? PLAIN : new Arrival(deadline, attempt, false);
	}

	/**
	 * Whether there is nothing to take along.
	 * @return whether the request has neither a deadline nor been sent before
	 */
	public boolean isPlain() {
		return this.deadline == null && this.attempt == 1;
	}

}
