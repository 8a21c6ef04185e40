package dev.mainstay.resilience.retry;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a call has been through.
 *
 * @param retries how many retries it had
 * @param elapsed how long it has taken
 * @param remaining how much time is left until its deadline, {@code null} if it has none
 * @param inboundAttempt how often the caller of this service has asked for what the call
 * is made for, 1 for the first time
 * @since 0.1.0
 */
public record CallProgress(int retries, Duration elapsed, @Nullable Duration remaining, int inboundAttempt) {
}
