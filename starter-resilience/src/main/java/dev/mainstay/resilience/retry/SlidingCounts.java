package dev.mainstay.resilience.retry;

import java.time.Duration;

/**
 * First attempts and retries of a time that slides along. It moves in steps. Retries are
 * summed over one step more than the time and first attempts over at most the time, so
 * that the granularity errs on the side of fewer retries. Not thread-safe; allocates
 * nothing after construction.
 */
final class SlidingCounts {

	private final long stepNanos;

	/** By step modulo the length; the extra slot is the oldest step of retries. */
	private final long[] attempts;

	private final long[] retries;

	/** What {@code retries} has by their cost, by their number. */
	private final long[] granted;

	private long step;

	SlidingCounts(Duration time, int steps) {
		this.stepNanos = Math.max(1, time.toNanos() / steps);
		this.attempts = new long[steps + 1];
		this.retries = new long[steps + 1];
		this.granted = new long[steps + 1];
	}

	/** Forget the steps that have passed since the last call. */
	void advance(long elapsedNanos) {
		long now = elapsedNanos / this.stepNanos;
		long first = Math.max(this.step + 1, now - this.attempts.length + 1);
		for (long passed = first; passed <= now; passed++) {
			this.attempts[slot(passed)] = 0;
			this.retries[slot(passed)] = 0;
			this.granted[slot(passed)] = 0;
		}
		this.step = Math.max(this.step, now);
	}

	void addAttempt() {
		this.attempts[slot(this.step)]++;
	}

	void addRetry(int cost) {
		this.retries[slot(this.step)] += cost;
		this.granted[slot(this.step)]++;
	}

	long attempts() {
		return sum(this.attempts) - this.attempts[slot(this.step + 1)];
	}

	/** What the retries cost, with those of the extra step. */
	long cost() {
		return sum(this.retries);
	}

	/** How many retries there were, without those of the extra step. */
	long retries() {
		return sum(this.granted) - this.granted[slot(this.step + 1)];
	}

	private static long sum(long[] slots) {
		long sum = 0;
		for (long count : slots) {
			sum += count;
		}
		return sum;
	}

	private int slot(long step) {
		return (int) (step % this.attempts.length);
	}

}
