package dev.mainstay.resilience.policy;

import org.jspecify.annotations.Nullable;

/**
 * How a client and authority are at a moment.
 *
 * @param breaker the state of the circuit breaker, {@code null} if there is none
 * @param failureRate the percentage of failed calls that it sees, {@code null} if there
 * are too few
 * @param concurrentCalls how many calls are under way, {@code null} if nobody counts
 * @param budgetLeft how many retries the budget would grant
 * @param notBeforeNanos how long the other side asked to be left alone still, in
 * nanoseconds
 * @since 0.1.0
 */
public record DestinationState(@Nullable String breaker, @Nullable Float failureRate, @Nullable Integer concurrentCalls,
		long budgetLeft, long notBeforeNanos) {
}
