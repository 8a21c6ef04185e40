package dev.mainstay.resilience.retry;

import java.time.Duration;

/**
 * How a client retries. Immutable.
 *
 * @param maxRetries how often a call is made once more at most
 * @param maxRetryAfter the longest wait, asked for by the other side, that a caller is
 * made to wait
 * @since 0.1.0
 */
public record RetrySettings(int maxRetries, Duration maxRetryAfter) {

}
