package dev.mainstay.resilience.retry;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that failed, and what has to be known of its call to decide on another.
 *
 * @param kind why it failed
 * @param retryAfter the header in which the other side asked to wait, if any
 * @param safeToRepeat whether doing it twice has the effect of doing it once: the method
 * is idempotent, or the call carries an idempotency key
 * @param replayable whether the body can be written again
 * @since 0.1.0
 */
public record FailedAttempt(FailureKind kind, @Nullable String retryAfter, boolean safeToRepeat, boolean replayable) {

}
