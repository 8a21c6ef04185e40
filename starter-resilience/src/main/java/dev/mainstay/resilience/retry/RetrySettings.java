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
 * @param retryServerErrors whether status 500 is worth a retry
 * @since 0.1.0
 */
public record RetrySettings(int maxRetries, Duration maxRetryAfter, Duration maxElapsed, boolean retryServerErrors) {

}
