package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the two windows of the budget grant together.
 */
class RetryBudgetWindowsTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final long RECENT = 10 * SECOND;

	private static final long WHOLE = 120 * SECOND;

	private long now = -7;

	private RetryBudget budget = new RetryBudget(0.1, 3, Duration.ofMinutes(2), 2, () -> this.now);

	@Test
	void grantsTwiceTheRatioOfTenSecondsWhileTheWindowHasIt() {
		attempts(1000);
		this.now += 20 * SECOND;
		attempts(100);
		assertThat(granted(1000)).isEqualTo(20);
	}

	@Test
	void grantsNoMoreThanTheRatioOfTheWindow() {
		attempts(1000);
		assertThat(granted(1000)).isEqualTo(100);
		this.now += 11 * SECOND;
		attempts(100);
		assertThat(granted(1000)).isEqualTo(10);
	}

	@Test
	void grantsTheFloorInTenSecondsWhenTheWindowIsUsedUp() {
		attempts(100);
		assertThat(granted(1000)).isEqualTo(10);
		this.now += 11 * SECOND;
		assertThat(granted(1000)).isEqualTo(3);
		this.now += 11 * SECOND;
		assertThat(granted(1000)).isEqualTo(3);
	}

	@Test
	void countsACostlyRetryDoubleInBothAndAgainstTheFloor() {
		attempts(1000);
		this.now += 20 * SECOND;
		attempts(100);
		assertThat(costly(1000)).isEqualTo(10);
		this.now += 200 * SECOND;
		assertThat(costly(1000)).isEqualTo(1);
		assertThat(granted(1000)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "PT10S, 2", "PT10S, 100", "PT2M, 1" })
	void keepsToTheRatioInTenSecondsIfAskedTo(Duration window, double burst) {
		this.budget = new RetryBudget(0.1, 3, window, burst, () -> this.now);
		attempts(1000);
		this.now += 20 * SECOND;
		attempts(100);
		assertThat(granted(1000)).isEqualTo(10);
	}

	@Test
	void countsTheFloorForAWindowThatIsShorter() {
		this.budget = new RetryBudget(0.1, 3, Duration.ofSeconds(1), 2, () -> this.now);
		assertThat(granted(10)).isEqualTo(3);
		this.now += 2 * SECOND;
		assertThat(granted(10)).isEqualTo(3);
	}

	@Test
	void tellsOfTheLastTenSeconds() {
		attempts(1000);
		this.now += 20 * SECOND;
		attempts(100);
		costly(3);
		assertThat(this.budget.recent()).isEqualTo(new RetryBudget.Recent(100, 3));
	}

	/** At every grant against an exact record, with failures in outages of any length. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 20, 200, 1000 })
	void holdsTheBoundAtEveryRate(int perSecond) {
		Random random = new Random(perSecond);
		Counted recent = new Counted(RECENT);
		Counted whole = new Counted(WHOLE);
		boolean failing = false;
		for (int i = 0; i < perSecond * 600; i++) {
			this.now += (long) (2 * random.nextDouble() * SECOND / perSecond);
			failing ^= random.nextInt(30 * perSecond) == 0;
			this.budget.firstAttempt();
			recent.firsts().add(this.now);
			whole.firsts().add(this.now);
			while (failing && this.budget.tryRetry(1)) {
				recent.retry(this.now);
				whole.retry(this.now);
				boolean within = recent.retries().size() <= 3 || (whole.isWithin(0.1) && recent.isWithin(0.2));
				assertThat(within).isTrue();
			}
		}
	}

	@Test
	void grantsWhatItSaysItWould() {
		Random random = new Random(1);
		for (int i = 0; i < 500; i++) {
			this.now += (long) (20 * random.nextDouble() * SECOND);
			attempts(random.nextInt(100));
			granted(random.nextInt(5));
			long remaining = this.budget.remaining();
			if (random.nextInt(4) == 0) {
				assertThat(granted(1000)).isEqualTo(remaining);
			}
		}
	}

	private void attempts(int count) {
		for (int i = 0; i < count; i++) {
			this.budget.firstAttempt();
		}
	}

	private int granted(int asked) {
		return granted(asked, 1);
	}

	private int costly(int asked) {
		return granted(asked, 2);
	}

	private int granted(int asked, int cost) {
		int granted = 0;
		for (int i = 0; i < asked; i++) {
			granted += this.budget.tryRetry(cost) ? 1 : 0;
		}
		return granted;
	}

	/**
	 * What there was in a window, one by one.
	 *
	 * @param length of the window
	 * @param firsts when calls began
	 * @param retries when one was made once more
	 */
	private record Counted(long length, Deque<Long> firsts, Deque<Long> retries) {

		private Counted(long length) {
			this(length, new ArrayDeque<>(), new ArrayDeque<>());
		}

		private void retry(long now) {
			this.retries.add(now);
			forget(this.firsts, now);
			forget(this.retries, now);
		}

		private void forget(Deque<Long> times, long now) {
			while (!times.isEmpty() && times.peekFirst() <= now - this.length) {
				times.removeFirst();
			}
		}

		private boolean isWithin(double ratio) {
			return this.retries.size() <= ratio * this.firsts.size();
		}

	}

}
