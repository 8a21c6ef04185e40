package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bounds retries by a ratio of first attempts over a sliding window. At the moment a
 * retry is granted, the retries granted in the window that ends then, this one included,
 * are at most {@code max(floor, ratio * first attempts)} of that window. The bound holds
 * at every rate, which a token bucket with a reserve does not: at a few requests a second
 * its reserve is all that counts.
 * <p>
 * The window moves in steps of a fortieth. Retries are summed over one step more than the
 * window and first attempts over at most the window, so that the granularity errs on the
 * side of fewer retries. Thread-safe; allocates nothing after construction.
 *
 * @since 0.1.0
 */
public final class RetryBudget {

	private static final int STEPS = 40;

	private final double ratio;

	private final int floor;

	private final long stepNanos;

	private final LongSupplier nanoTime;

	private final long origin;

	/** By step modulo the length; the extra slot is the oldest step of retries. */
	private final long[] attempts = new long[STEPS + 1];

	private final long[] retries = new long[STEPS + 1];

	/** What {@code retries} has by their cost, by their number. */
	private final long[] granted = new long[STEPS + 1];

	private long step;

	/**
	 * Create a budget.
	 * @param ratio retries per first attempt, between 0 and 1
	 * @param floor retries that are granted in a window whatever the ratio says
	 * @param window the length of the window
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 */
	public RetryBudget(double ratio, int floor, Duration window, LongSupplier nanoTime) {
		this.ratio = ratio;
		this.floor = floor;
		this.stepNanos = Math.max(1, window.toNanos() / STEPS);
		this.nanoTime = nanoTime;
		this.origin = nanoTime.getAsLong();
	}

	/**
	 * Count the first attempt of a call.
	 */
	public synchronized void firstAttempt() {
		advance();
		this.attempts[slot(this.step)]++;
	}

	/**
	 * Ask for a retry.
	 * @param cost what it costs, 1 or more
	 * @return whether it was granted, and is counted
	 */
	public synchronized boolean tryRetry(int cost) {
		advance();
		long granted = sum(this.retries);
		if (granted + cost > Math.max(this.floor, this.ratio * attemptsInWindow())) {
			return false;
		}
		this.retries[slot(this.step)] += cost;
		this.granted[slot(this.step)]++;
		return true;
	}

	/**
	 * How many retries would be granted now.
	 * @return the number of retries of cost 1
	 */
	public synchronized long remaining() {
		advance();
		double bound = Math.max(this.floor, this.ratio * attemptsInWindow());
		return Math.max(0, (long) bound - sum(this.retries));
	}

	/**
	 * What there was in the window that ends now.
	 * @return the number of first attempts and of retries
	 */
	public synchronized Recent recent() {
		advance();
		return new Recent(attemptsInWindow(), sum(this.granted) - this.granted[slot(this.step + 1)]);
	}

	private long attemptsInWindow() {
		return sum(this.attempts) - this.attempts[slot(this.step + 1)];
	}

	private static long sum(long[] slots) {
		long sum = 0;
		for (long count : slots) {
			sum += count;
		}
		return sum;
	}

	/** Clears the slots of the steps that have passed since the last call. */
	private void advance() {
		long now = (this.nanoTime.getAsLong() - this.origin) / this.stepNanos;
		long first = Math.max(this.step + 1, now - STEPS);
		for (long passed = first; passed <= now; passed++) {
			this.attempts[slot(passed)] = 0;
			this.retries[slot(passed)] = 0;
			this.granted[slot(passed)] = 0;
		}
		this.step = Math.max(this.step, now);
	}

	private static int slot(long step) {
		return (int) (step % (STEPS + 1));
	}

	/**
	 * What there was in a window.
	 *
	 * @param firstAttempts how many calls began
	 * @param retries how often one was made once more
	 * @since 0.1.0
	 */
	public record Recent(long firstAttempts, long retries) {
	}

}
