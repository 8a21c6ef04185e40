package dev.mainstay.benchmarks.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;

import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Permit;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;

/**
 * Makes requests under Mainstay's own policy, with its defaults but for the window of the
 * budget. Waits are waited, on the timeline. The circuit breaker is left out, as it comes
 * it only reports.
 */
final class MainstayCaller implements Caller {

	private static final FailedAttempt REFUSED = new FailedAttempt(FailureKind.REFUSED, null, true, true);

	private final Timeline time;

	private final FailingDependency dependency;

	private final Destination destination;

	MainstayCaller(Timeline time, FailingDependency dependency, Duration window) {
		this.time = time;
		this.dependency = dependency;
		this.destination = Engine
			.destinations(Engine.policy(retries(new Random(7)), new BudgetSettings(0.1, 3, window, 2)), time::now)
			.of(null, new Authority("dependency", 80));
	}

	private static RetryPolicy retries(Random random) {
		return new RetryPolicy(
				new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), false),
				new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), random::nextDouble), Clock.systemUTC(),
				new RetryListener() {
				});
	}

	@Override
	public void request() {
		this.dependency.requested();
		attempt(CallCourse.begin(this.destination, null, 1));
	}

	private void attempt(CallCourse course) {
		if (isAnswered(course)) {
			return;
		}
		Duration delay = course.delayAfter(REFUSED, false);
		if (delay != null) {
			this.dependency.retryGranted();
			this.time.after(delay, () -> attempt(course));
		}
	}

	private boolean isAnswered(CallCourse course) {
		try (Permit permit = course.attempt()) {
			boolean success = this.dependency.call();
			permit.answered(success ? AttemptResult.SUCCESS : AttemptResult.FAILURE);
			return success;
		}
	}

}
