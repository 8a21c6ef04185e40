package dev.mainstay.resilience.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long a call may take.
 *
 * @param response for the head of the answer of one attempt, once its request was sent
 * @param attempt for one attempt with the body of its answer, unless that is streamed;
 * {@code null} for no limit
 * @param total for all attempts and the waits between them, and the body, unless it is
 * streamed; {@code null} for no limit
 * @since 0.1.0
 */
public record CallTimes(Duration response, @Nullable Duration attempt, @Nullable Duration total) {
}
