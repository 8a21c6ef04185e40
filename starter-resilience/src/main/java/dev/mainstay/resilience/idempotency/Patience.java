package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * How long the duplicate of a request in progress waits for the answer.
 *
 * @param atMost how long, zero to be refused at once
 * @param maxWaiters how many of them may wait at the same time; the others are refused at
 * once
 * @since 0.1.0
 */
public record Patience(Duration atMost, int maxWaiters) {

	/**
	 * Nobody waits.
	 */
	public static final Patience NONE = new Patience(Duration.ZERO, 0);

	boolean isNone() {
		return this.atMost.isZero() || this.maxWaiters == 0;
	}

}
