package dev.mainstay.resilience.retry;

import java.time.Duration;

/**
 * How a client retries. Immutable.
 *
 * @param maxRetries how often a call is made once more at most
 * @param maxRetryAfter the longest wait, asked for by the other side, that a caller is
 * made to wait
 * @param maxElapsed once a call has taken this long it is not made once more, so that a
 * dependency that hangs does not hold its callers several times
 * @param maxNotBefore for how long at most all callers leave the other side alone that
 * asked for it
 * @param retryServerErrors whether status 500 is worth a retry
 * @since 0.1.0
 */
public record RetrySettings(int maxRetries, Duration maxRetryAfter, Duration maxElapsed, Duration maxNotBefore,
		boolean retryServerErrors) {

	RetrySettings withMaxRetries(int maxRetries) {
		return new RetrySettings(maxRetries, this.maxRetryAfter, this.maxElapsed, this.maxNotBefore,
				this.retryServerErrors);
	}

	RetrySettings withMaxNotBefore(Duration maxNotBefore) {
		return new RetrySettings(this.maxRetries, this.maxRetryAfter, this.maxElapsed, maxNotBefore,
				this.retryServerErrors);
	}

}
