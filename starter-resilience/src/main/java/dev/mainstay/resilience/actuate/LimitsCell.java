package dev.mainstay.resilience.actuate;

import java.math.BigDecimal;

import dev.mainstay.resilience.actuate.ResilienceEndpoint.TransportTimes;
import dev.mainstay.resilience.policy.BreakerSettings;
import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.retry.RetryBudget;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What calls are made under. Times are in the form that properties take.
 *
 * @param connectTimeout until there is a connection, {@code null} if that is not ours
 * @param responseTimeout until the head of the answer
 * @param idleTimeout between two bytes of its body, {@code null} if that is not ours
 * @param attemptTimeout for one attempt, {@code null} for no limit
 * @param totalTimeout for all attempts, {@code null} for no limit
 * @param maxRetries how often a call is made once more at most
 * @param budget how many retries there may be, in words
 * @param breaker when the circuit breaker opens, in words, {@code null} if there is none
 * @param maxConcurrentCalls how many calls at a time, {@code null} for any number
 * @param rateLimit how many calls in a period, {@code null} for any number
 * @since 0.1.0
 */
public record LimitsCell(@Nullable String connectTimeout, @Nullable String responseTimeout,
		@Nullable String idleTimeout, @Nullable String attemptTimeout, @Nullable String totalTimeout, int maxRetries,
		String budget, @Nullable String breaker, @Nullable Integer maxConcurrentCalls, @Nullable String rateLimit) {

	static LimitsCell of(ClientPolicy policy, @Nullable TransportTimes transport) {
		RetryPolicy retry = policy.retry();
		CallLimits limits = policy.limits();
		return new LimitsCell(ResilienceEndpoint.text((transport != null) ? transport.connect() : null),
				ResilienceEndpoint.text(policy.times().response()),
				ResilienceEndpoint.text((transport != null) ? transport.idle() : null),
				ResilienceEndpoint.text(policy.times().attempt()), ResilienceEndpoint.text(policy.times().total()),
				(retry != null) ? retry.maxRetries() : 0, budget(policy), breaker(policy.breaker()),
				(limits.concurrentCalls() > 0) ? limits.concurrentCalls() : null, rate(limits));
	}

	private static String budget(ClientPolicy policy) {
		BudgetSettings budget = policy.budget();
		String window = ResilienceEndpoint.text(budget.window());
		if (budget.window().compareTo(RetryBudget.RECENT) <= 0) {
			return "the greater of " + budget.floor() + " and " + budget.ratio() + " of the first attempts, in "
					+ window;
		}
		BigDecimal most = BigDecimal.valueOf(budget.ratio()).multiply(BigDecimal.valueOf(budget.burst()));
		String recent = ResilienceEndpoint.text(RetryBudget.RECENT);
		return budget.floor() + " in " + recent + ", or " + budget.ratio() + " of the first attempts in " + window
				+ " and no more than " + most.stripTrailingZeros().toPlainString() + " of those in " + recent;
	}

	private static @Nullable String breaker(@Nullable BreakerSettings settings) {
		return (settings != null) ? settings.failureRate() + " % failed or " + settings.slowRate() + " % slower than "
				+ ResilienceEndpoint.text(settings.slowCall()) + " of at least " + settings.minimumCalls()
				+ " attempts in " + ResilienceEndpoint.text(settings.window()) : null;
	}

	private static @Nullable String rate(CallLimits limits) {
		return (limits.calls() > 0) ? limits.calls() + " in " + ResilienceEndpoint.text(limits.period()) : null;
	}

}
