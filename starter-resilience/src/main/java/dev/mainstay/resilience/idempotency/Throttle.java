package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Lets something happen now and then. Thread-safe.
 */
final class Throttle {

	private final long pause;

	private final AtomicReference<@Nullable Long> last = new AtomicReference<>();

	Throttle(Duration pause) {
		this.pause = pause.toNanos();
	}

	/**
	 * Whether it may happen now.
	 * @param now the time in nanoseconds from an arbitrary origin
	 */
	boolean admits(long now) {
		Long before = this.last.get();
		return (before == null || now - before >= this.pause) && this.last.compareAndSet(before, now);
	}

}
