package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when the other side asked to be left alone, shared by all callers of a client and
 * authority. Thread-safe.
 */
final class NotBefore {

	private final LongSupplier nanoTime;

	private volatile long until;

	NotBefore(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.until = nanoTime.getAsLong();
	}

	/** The latest of what was asked counts. */
	synchronized void leaveAloneFor(Duration duration) {
		long asked = this.nanoTime.getAsLong() + duration.toNanos();
		if (asked - this.until > 0) {
			this.until = asked;
		}
	}

	/** How long still, zero or less if the other side may be called. */
	long remainingNanos() {
		return this.until - this.nanoTime.getAsLong();
	}

}
