package dev.mainstay.benchmarks.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.BreakerSettings;
import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.Permit;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;

/**
 * A call under Mainstay with every strategy on: total and attempt deadline, retries under
 * a budget, an enforced breaker, a rate limit, a limit of calls at a time.
 */
final class MainstayCall implements Stack {

	private static final Authority AUTHORITY = new Authority("dependency", 80);

	private final Destinations destinations = Engine.destinations(policy(), System::nanoTime);

	private static ClientPolicy policy() {
		RetryPolicy retry = new RetryPolicy(
				new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), false),
				new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2),
						() -> ThreadLocalRandom.current().nextDouble()),
				Clock.systemUTC(), new RetryListener() {
				});
		return new ClientPolicy("dependency",
				new CallTimes(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(30)), retry,
				new BudgetSettings(0.1, 3, Duration.ofMinutes(2), 2),
				new BreakerSettings(50, 80, Duration.ofSeconds(8), Duration.ofSeconds(30), 20, Duration.ofSeconds(5),
						Duration.ofSeconds(60), 3),
				new CallLimits(Stacks.CONCURRENT_CALLS, Stacks.CALLS, Stacks.PERIOD));
	}

	/** As the HTTP clients make a call that succeeds. */
	@Override
	public int call(Supplier<Integer> work) {
		CallCourse course = CallCourse.begin(this.destinations.of("dependency", AUTHORITY));
		try (Permit permit = course.attempt()) {
			if (course.attemptDeadline() == null) {
				throw new IllegalStateException();
			}
			int result = work.get();
			permit.answered(AttemptResult.SUCCESS);
			return result;
		}
	}

}
