package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bounds retries by a ratio of first attempts over two sliding windows. A retry is
 * granted if with it
 * <ul>
 * <li>the retries of the last ten seconds are at most {@code floor}, or</li>
 * <li>those of the last {@code window} are at most {@code ratio} times its first
 * attempts, and those of the last ten seconds at most {@code burst * ratio} times
 * theirs.</li>
 * </ul>
 * So the long window keeps the load to the ratio while the failures of ten seconds may be
 * more than their share. Where {@code window} is ten seconds or less it is the only one,
 * and the bound is {@code max(floor, ratio * first attempts)}. It holds at every rate,
 * which a token bucket with a reserve does not: at a few requests a second its reserve is
 * all that counts.
 * <p>
 * Thread-safe; allocates nothing after construction.
 *
 * @since 0.1.0
 */
public final class RetryBudget {

	/**
	 * The time that the floor and the burst count for, unless the window is shorter.
	 */
	public static final Duration RECENT = Duration.ofSeconds(10);

	private static final int STEPS_OF_RECENT = 40;

	/** Finer, since a step of a long window is long, and takes as much from the ratio. */
	private static final int STEPS_OF_WHOLE = 120;

	private final double ratio;

	private final int floor;

	private final double burst;

	private final LongSupplier nanoTime;

	private final long origin;

	private final SlidingCounts recent;

	/** The same as {@link #recent} where the window is as short. */
	private final SlidingCounts whole;

	/**
	 * Create a budget.
	 * @param ratio retries per first attempt in the window, between 0 and 1
	 * @param floor retries in ten seconds, or in the window if it is shorter, that are
	 * granted whatever the ratio says
	 * @param window the length of the window
	 * @param burst by how much the retries of ten seconds may exceed the ratio as long as
	 * those of the window do not, 1 or more
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 */
	public RetryBudget(double ratio, int floor, Duration window, double burst, LongSupplier nanoTime) {
		this.ratio = ratio;
		this.floor = floor;
		this.burst = burst;
		this.nanoTime = nanoTime;
		this.origin = nanoTime.getAsLong();
		boolean isShort = window.compareTo(RECENT) <= 0;
		this.recent = new SlidingCounts(isShort ? window : RECENT, STEPS_OF_RECENT);
		this.whole = isShort ? this.recent : new SlidingCounts(window, STEPS_OF_WHOLE);
	}

	/**
	 * Count the first attempt of a call.
	 */
	public synchronized void firstAttempt() {
		advance();
		this.recent.addAttempt();
		if (this.whole != this.recent) {
			this.whole.addAttempt();
		}
	}

	/**
	 * Ask for a retry.
	 * @param cost what it costs, 1 or more
	 * @return whether it was granted, and is counted
	 */
	public synchronized boolean tryRetry(int cost) {
		advance();
		if (cost > left()) {
			return false;
		}
		this.recent.addRetry(cost);
		if (this.whole != this.recent) {
			this.whole.addRetry(cost);
		}
		return true;
	}

	/**
	 * How many retries would be granted now.
	 * @return the number of retries of cost 1
	 */
	public synchronized long remaining() {
		advance();
		return Math.max(0, (long) left());
	}

	/**
	 * What there was in the last ten seconds, or in the window if it is shorter.
	 * @return the number of first attempts and of retries
	 */
	public synchronized Recent recent() {
		advance();
		return new Recent(this.recent.attempts(), this.recent.retries());
	}

	private double left() {
		long cost = this.recent.cost();
		double ofRecent = this.burst * this.ratio * this.recent.attempts() - cost;
		double ofWhole = this.ratio * this.whole.attempts() - this.whole.cost();
		return Math.max(this.floor - cost, Math.min(ofWhole, ofRecent));
	}

	private void advance() {
		long elapsed = this.nanoTime.getAsLong() - this.origin;
		this.recent.advance(elapsed);
		if (this.whole != this.recent) {
			this.whole.advance(elapsed);
		}
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
