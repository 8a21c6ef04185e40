package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Policies for tests, with the defaults where nothing else is said.
 */
public final class Policies {

	public static final BudgetSettings BUDGET = new BudgetSettings(0.1, 3, Duration.ofMinutes(2), 2);

	public static final CallTimes TIMES = new CallTimes(Duration.ofSeconds(60), null, null);

	private Policies() {
	}

	public static ClientPolicy policy(@Nullable RetryPolicy retry) {
		return new ClientPolicy(ClientPolicies.DEFAULT, TIMES, retry, BUDGET, null, CallLimits.NONE);
	}

	public static Destinations destinations(ClientPolicy policy, LongSupplier nanoTime) {
		return destinations(policy, Rung.ENFORCE, nanoTime);
	}

	public static Destinations reporting(ClientPolicy policy, LongSupplier nanoTime) {
		return destinations(policy, Rung.REPORT, nanoTime);
	}

	private static Destinations destinations(ClientPolicy policy, Rung rung, LongSupplier nanoTime) {
		return new Destinations(new ClientPolicies(policy, Map.of(), Map.of()),
				new Ladder(Mode.ENFORCE).rule("http-client.breaker", rung), nanoTime);
	}

}
