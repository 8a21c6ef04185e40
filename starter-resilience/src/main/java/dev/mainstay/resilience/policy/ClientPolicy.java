package dev.mainstay.resilience.policy;

import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What every call of one client is made under. Immutable.
 *
 * @param name the name of the client
 * @param times how long a call may take
 * @param retry decides on further attempts, {@code null} for none
 * @param budget bounds them
 * @param breaker when its circuit breaker opens, {@code null} for none
 * @param limits how many calls it makes
 * @since 0.1.0
 */
public record ClientPolicy(String name, CallTimes times, @Nullable RetryPolicy retry, BudgetSettings budget,
		@Nullable BreakerSettings breaker, CallLimits limits) {

	/**
	 * The same policy for a client of another name.
	 * @param name the name
	 * @return the policy
	 */
	public ClientPolicy withName(String name) {
		return new ClientPolicy(name, this.times, this.retry, this.budget, this.breaker, this.limits);
	}

}
