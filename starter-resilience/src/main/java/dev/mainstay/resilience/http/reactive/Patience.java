package dev.mainstay.resilience.http.reactive;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * Runs out when the other side has been waited for too long at a stretch. Waiting begins
 * and ends far more often than it takes long, so a wait only notes its time; one task per
 * call looks at it, at the earliest moment at which patience could have run out.
 * Thread-safe.
 */
final class Patience {

	/** Zero for patience without end. */
	private final long nanos;

	private final Runnable runOut;

	private boolean waiting;

	private long since;

	private boolean over;

	private @Nullable Disposable check;

	Patience(@Nullable Duration limit, Runnable runOut) {
		this.nanos = (limit != null) ? limit.toNanos() : 0;
		this.runOut = runOut;
	}

	/** The other side has to act from now on. */
	synchronized void waiting() {
		this.waiting = true;
		this.since = System.nanoTime();
		if (this.check == null && !this.over && this.nanos > 0) {
			this.check = schedule(this.nanos);
		}
	}

	/** It is up to this side now. */
	synchronized void notWaiting() {
		this.waiting = false;
	}

	/** There is nothing left to wait for. */
	synchronized void over() {
		this.over = true;
		if (this.check != null) {
			this.check.dispose();
			this.check = null;
		}
	}

	private Disposable schedule(long nanos) {
		return Schedulers.parallel().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
	}

	private void check() {
		if (hasRunOut()) {
			this.runOut.run();
		}
	}

	private synchronized boolean hasRunOut() {
		this.check = null;
		if (this.over || !this.waiting) {
			return false;
		}
		long left = this.since + this.nanos - System.nanoTime();
		if (left > 0) {
			this.check = schedule(left);
			return false;
		}
		this.over = true;
		return true;
	}

}
