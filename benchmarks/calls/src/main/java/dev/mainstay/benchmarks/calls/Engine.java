package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.retry.RetryPolicy;

/**
 * Puts Mainstay's policies together without an application.
 */
final class Engine {

	private static final CallTimes TIMES = new CallTimes(Duration.ofSeconds(60), null, null);

	private Engine() {
	}

	/** No more than retries and their budget. */
	static ClientPolicy policy(RetryPolicy retry, BudgetSettings budget) {
		return new ClientPolicy(ClientPolicies.DEFAULT, TIMES, retry, budget, null, CallLimits.NONE);
	}

	static Destinations destinations(ClientPolicy policy, LongSupplier nanoTime) {
		return new Destinations(new ClientPolicies(policy, Map.of(), Map.of()),
				new Ladder(Mode.ENFORCE).rule("http-client.breaker", Rung.ENFORCE), nanoTime);
	}

}
