package dev.mainstay.resilience.actuate;

import java.time.Duration;

import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.DestinationState;
import org.jspecify.annotations.Nullable;

/**
 * How a client and authority are at present.
 *
 * @param breaker {@code closed}, {@code open} or {@code half-open}, {@code null} if there
 * is none
 * @param failureRate the percentage of failed attempts that the breaker sees,
 * {@code null} if there are too few
 * @param concurrentCalls how many calls are under way, {@code null} if nobody counts
 * @param retriesLeft how many retries the budget would grant
 * @param notBefore how long the other side asked to be left alone still, {@code null} if
 * it may be called
 * @since 0.1.0
 */
public record StateCell(@Nullable String breaker, @Nullable Float failureRate, @Nullable Integer concurrentCalls,
		long retriesLeft, @Nullable String notBefore) {

	static StateCell of(Destination destination) {
		DestinationState state = destination.state();
		long wait = state.notBeforeNanos();
		return new StateCell(state.breaker(), state.failureRate(), state.concurrentCalls(), state.budgetLeft(),
				(wait > 0) ? ResilienceEndpoint.text(Duration.ofNanos(wait)) : null);
	}

}
