package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Says how long to wait before a retry: exponential backoff with full jitter, a uniformly
 * random share of {@code min(cap, base * 2^n)}, which spreads callers that failed at the
 * same instant better than jitter around a fixed delay (M. Brooker, "Exponential Backoff
 * And Jitter", AWS Architecture Blog, 2015). Immutable; thread-safe if its source of
 * randomness is.
 *
 * @since 0.1.0
 */
public final class Backoff {

	/** Keeps callers apart that were told the same time. */
	private static final double RETRY_AFTER_JITTER = 0.1;

	private final long baseNanos;

	private final long capNanos;

	private final DoubleSupplier random;

	/**
	 * Create a backoff.
	 * @param base the upper bound of the first delay
	 * @param cap the upper bound of every delay
	 * @param random random numbers from 0 inclusive to 1 exclusive
	 */
	public Backoff(Duration base, Duration cap, DoubleSupplier random) {
		this.baseNanos = base.toNanos();
		this.capNanos = cap.toNanos();
		this.random = random;
	}

	/**
	 * The delay before a retry.
	 * @param retry how many retries there were before, 0 for the first
	 * @param retryAfter what the other side asked to wait at least, {@code null} if it
	 * did not
	 * @return the delay
	 */
	public Duration delay(int retry, @Nullable Duration retryAfter) {
		long bound = (retry < Long.numberOfLeadingZeros(this.baseNanos) - 1)
				? Math.min(this.capNanos, this.baseNanos << retry) : this.capNanos;
		long delay = (long) (bound * this.random.getAsDouble());
		if (retryAfter == null) {
			return Duration.ofNanos(delay);
		}
		return Duration.ofNanos(Math.max(delay, retryAfter.toNanos())).plus(jitter(retryAfter));
	}

	/** What is added to a wait that others were told as well. */
	private Duration jitter(Duration wait) {
		return Duration.ofNanos((long) (wait.toNanos() * RETRY_AFTER_JITTER * this.random.getAsDouble()));
	}

}
