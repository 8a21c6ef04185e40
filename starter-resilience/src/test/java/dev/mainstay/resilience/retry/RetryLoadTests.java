package dev.mainstay.resilience.retry;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the policy adds to the load of a dependency and what it repairs, at the rates of
 * the scenarios, on a clock of its own.
 */
@ParameterizedClass
@ValueSource(strings = { "PT2M", "PT10S" })
class RetryLoadTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Duration window;

	private final Random random = new Random(42);

	private final CountingListener listener = new CountingListener();

	private final RetryPolicy policy = new RetryPolicy(
			new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ZERO, false),
			new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), this.random::nextDouble), Clock.systemUTC(),
			this.listener);

	private long now;

	private final Map<String, RetryBudget> budgets = new HashMap<>();

	private FailureKind kind = FailureKind.REFUSED;

	private long calls;

	private long successes;

	RetryLoadTests(Duration window) {
		this.window = window;
	}

	@Test
	void whatTheScenariosAllow() {
		run(200, 30, () -> false);
		assertThat(this.calls).isLessThanOrEqualTo(6610);
	}

	@Test
	void whatTheScenariosAllowAtAFewCallsASecond() {
		run(5, 60, () -> false);
		assertThat(this.calls).isLessThanOrEqualTo(335);
	}

	@Test
	void whatTheScenariosWantRepairedInHalfAMinute() {
		run(200, 30, () -> this.random.nextInt(10) != 0);
		assertThat(100.0 * this.successes / 6000).isGreaterThanOrEqualTo(98);
		assertThat(this.calls).isLessThanOrEqualTo(6610);
	}

	/** Whole windows, so that the bound of each adds up to exactly that of all. */
	@ParameterizedTest
	@CsvSource({ "5, 600", "20, 600", "200, 60", "1000, 30" })
	void aDeadDependencyGetsATenthMoreCallsAtMost(int perSecond, int seconds) {
		run(perSecond, seconds, () -> false);
		long first = (long) perSecond * seconds;
		assertThat(this.calls).isLessThanOrEqualTo(first + first / 10).isGreaterThan(first + first / 11);
	}

	/** Below 30 calls in 10 s the floor is the larger term, 3 retries in 10 s. */
	@Test
	void atOneCallASecondTheFloorCounts() {
		run(1, 600, () -> false);
		assertThat(this.calls).isLessThanOrEqualTo(600 + 180).isGreaterThan(600 + 150);
	}

	@Test
	void aDependencyThatTimesOutGetsHalfOfThat() {
		this.kind = FailureKind.TIMED_OUT;
		run(200, 60, () -> false);
		assertThat(this.calls).isLessThanOrEqualTo(12_000 + 600).isGreaterThan(12_000 + 500);
	}

	@ParameterizedTest
	@CsvSource({ "5, 36000, 98, 96", "20, 18000, 98.4, 97.2", "200, 1800, 98.6, 98.3", "1000, 300, 98.6, 98.5" })
	void ofCallsToOneThatFailsATenthMostAreRepaired(int perSecond, int seconds, double percent, double inTenSeconds) {
		run(perSecond, seconds, () -> this.random.nextInt(10) != 0);
		long first = (long) perSecond * seconds;
		assertThat(100.0 * this.successes / first)
			.isGreaterThan(this.window.compareTo(RetryBudget.RECENT) > 0 ? percent : inTenSeconds);
		assertThat(this.calls).isLessThanOrEqualTo(first + first / 10);
	}

	@Test
	void oneThatFailsHalfOfTheTimeGetsNoMore() {
		run(200, 300, () -> this.random.nextBoolean());
		assertThat(this.calls).isLessThanOrEqualTo(66_000);
	}

	@Test
	void oneThatIsWellGetsNone() {
		run(200, 30, () -> true);
		assertThat(this.calls).isEqualTo(6000);
	}

	@Test
	void everyRefusalOfTheBudgetIsCounted() {
		run(200, 30, () -> false);
		assertThat(this.listener.budget).isBetween(5700L, 6000L);
		assertThat(this.listener.retries).isEqualTo(this.calls - 6000);
	}

	@Test
	void aDeadDependencyTakesNothingFromAnother() {
		for (int i = 0; i < 6000; i++) {
			this.now += SECOND / 200;
			call("dead", () -> false);
			call("well", () -> this.random.nextInt(100) != 0);
		}
		assertThat(this.successes).isGreaterThanOrEqualTo(5994);
	}

	private void run(int perSecond, int seconds, BooleanSupplier dependency) {
		for (int i = 0; i < perSecond * seconds; i++) {
			this.now += SECOND / perSecond;
			call("dependency", dependency);
		}
	}

	private void call(String host, BooleanSupplier dependency) {
		RetryBudget budget = this.budgets.computeIfAbsent(host,
				(key) -> new RetryBudget(0.1, 3, this.window, 2, () -> this.now));
		RetryingClient client = new RetryingClient("default", budget, false, false);
		FailedAttempt failed = new FailedAttempt(this.kind, null, true, true);
		budget.firstAttempt();
		boolean succeeded = attempt(dependency);
		for (int retries = 0; !succeeded; retries++) {
			if (this.policy.delayBeforeRetry(client, failed,
					new CallProgress(retries, Duration.ZERO, null, 1)) == null) {
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
