package dev.mainstay.resilience.http.internal;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Runs out when the other side has been waited for too long at a stretch. Waiting begins
 * and ends far more often than it takes long, so a wait only notes its time; one task per
 * call looks at it, at the earliest moment at which patience could have run out.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class Patience {

	/** Zero for patience without end. */
	private final long nanos;

	private final Runnable runOut;

	private boolean waiting;

	private long since;

	private boolean over;

	private final Timer timer;

	private @Nullable Runnable cancellation;

	/**
	 * Create it, with nobody waiting.
	 * @param limit how long one wait may take, {@code null} for without end
	 * @param timer where to look at the time, and where patience runs out
	 * @param runOut is run at most once
	 */
	public Patience(@Nullable Duration limit, Timer timer, Runnable runOut) {
		this.nanos = (limit != null) ? limit.toNanos() : 0;
		this.timer = timer;
		this.runOut = runOut;
	}

	/**
	 * The other side has to act from now on.
	 */
	public synchronized void waiting() {
		this.waiting = true;
		this.since = System.nanoTime();
		if (this.cancellation == null && !this.over && this.nanos > 0) {
			this.cancellation = this.timer.schedule(this::check, this.nanos);
		}
	}

	/**
	 * It is up to this side now.
	 */
	public synchronized void notWaiting() {
		this.waiting = false;
	}

	/**
	 * There is nothing left to wait for.
	 */
	public synchronized void over() {
		this.over = true;
		if (this.cancellation != null) {
			this.cancellation.run();
			this.cancellation = null;
		}
	}

	private void check() {
		if (hasRunOut()) {
			this.runOut.run();
		}
	}

	private synchronized boolean hasRunOut() {
		this.cancellation = null;
		if (this.over || !this.waiting) {
			return false;
		}
		long left = this.since + this.nanos - System.nanoTime();
		if (left > 0) {
			this.cancellation = this.timer.schedule(this::check, left);
			return false;
		}
		this.over = true;
		return true;
	}

	/**
	 * Runs something later.
	 *
	 * @since 0.1.0
	 */
	@FunctionalInterface
	public interface Timer {

		/**
		 * Run something later.
		 * @param task what to run
		 * @param nanos in how many nanoseconds
		 * @return cancels it
		 */
		Runnable schedule(Runnable task, long nanos);

	}

}
