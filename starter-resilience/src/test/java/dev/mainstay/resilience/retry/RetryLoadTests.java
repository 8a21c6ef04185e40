package dev.mainstay.resilience.retry;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the policy adds to the load of a dependency and what it repairs, at the rates of
 * the scenarios, on a clock of its own.
 */
class RetryLoadTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Random random = new Random(42);

	private final CountingListener listener = new CountingListener();

	private final RetryPolicy policy = new RetryPolicy(
			new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), false),
			new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), this.random::nextDouble), Clock.systemUTC(),
			this.listener);

	private long now;

	private final RetryBudgets budgets = new RetryBudgets(0.1, 3, Duration.ofSeconds(10), () -> this.now);

	private long calls;

	private long successes;

	@ParameterizedTest
	@CsvSource({ "5, 60, 335", "20, 60, 1330", "200, 30, 6610", "1000, 30, 33010" })
	void aDeadDependencyGetsATenthMoreCallsAtMost(int perSecond, int seconds, int most) {
		run(perSecond, seconds, () -> false);
		assertThat(this.calls).isLessThanOrEqualTo(most).isGreaterThan((long) perSecond * seconds);
	}

	@Test
	void everyRefusalOfTheBudgetIsCounted() {
		run(200, 30, () -> false);
		assertThat(this.listener.budget).isBetween(5700L, 6000L);
		assertThat(this.listener.retries).isEqualTo(this.calls - 6000);
	}

	@Test
	void aDependencyThatFailsATenthIsRepaired() {
		run(200, 30, () -> this.random.nextInt(10) != 0);
		assertThat(this.successes).isGreaterThanOrEqualTo(5880);
		assertThat(this.calls).isLessThanOrEqualTo(6610);
	}

	@Test
	void aDeadDependencyTakesNothingFromAnother() {
		for (int i = 0; i < 6000; i++) {
			this.now += SECOND / 200;
			call("dead:80", () -> false);
			call("well:80", () -> this.random.nextInt(100) != 0);
		}
		assertThat(this.successes).isGreaterThanOrEqualTo(5994);
	}

	private void run(int perSecond, int seconds, BooleanSupplier dependency) {
		for (int i = 0; i < perSecond * seconds; i++) {
			this.now += SECOND / perSecond;
			call("dependency:80", dependency);
		}
	}

	private void call(String authority, BooleanSupplier dependency) {
		RetryBudget budget = this.budgets.of("default", authority);
		RetryingClient client = new RetryingClient("default", budget, false);
		FailedAttempt failed = new FailedAttempt(FailureKind.REFUSED, null, true, true);
		budget.firstAttempt();
		boolean succeeded = attempt(dependency);
		for (int retries = 0; !succeeded; retries++) {
			if (this.policy.delayBeforeRetry(client, failed, new CallProgress(retries, Duration.ZERO)) == null) {
				return;
			}
			succeeded = attempt(dependency);
		}
		this.successes++;
	}

	private boolean attempt(BooleanSupplier dependency) {
		this.calls++;
		return dependency.getAsBoolean();
	}

	private static final class CountingListener implements RetryListener {

		private long retries;

		private long budget;

		@Override
		public void onRetry(String client, FailureKind kind) {
			this.retries++;
		}

		@Override
		public void onSuppressed(String client, Suppression reason) {
			this.budget += (reason == Suppression.BUDGET) ? 1 : 0;
		}

	}

}
