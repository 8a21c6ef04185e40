package dev.mainstay.observability.tracing.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many new traces are exported in a second whatever their share: as many as come, as
 * long as no second has more than the limit. One number tells when the limit would be
 * used up evenly (the generic cell rate algorithm). Thread-safe, without a lock.
 */
final class TraceBudget {

	private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

	private final boolean empty;

	private final long interval;

	private final long tolerance;

	private final LongSupplier nanoTime;

	private final AtomicLong next;

	/**
	 * Create a budget.
	 * @param perSecond how many traces a second, zero for none
	 * @param nanoTime the time in nanoseconds, from any origin
	 */
	TraceBudget(double perSecond, LongSupplier nanoTime) {
		this.empty = perSecond <= 0;
		this.interval = this.empty ? 0 : Math.max(1, (long) (NANOS_PER_SECOND / perSecond));
		this.tolerance = (long) (Math.max(0, Math.ceil(perSecond) - 1) * this.interval);
		this.nanoTime = nanoTime;
		this.next = new AtomicLong(nanoTime.getAsLong());
	}

	boolean take() {
		if (this.empty) {
			return false;
		}
		while (true) {
			long now = this.nanoTime.getAsLong();
			long planned = this.next.get();
			long ahead = Math.max(0, planned - now);
			if (ahead > this.tolerance) {
				return false;
			}
			if (this.next.compareAndSet(planned, now + ahead + this.interval)) {
				return true;
			}
		}
	}

}
