package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final long WINDOW = 10 * SECOND;

	private long now = -7;

	private final RetryBudget budget = new RetryBudget(0.1, 3, Duration.ofSeconds(10), 2, () -> this.now);

	@Test
	void grantsTheFloorBeforeTheRatioIsMore() {
		assertThat(granted(10)).isEqualTo(3);
	}

	@Test
	void grantsTheRatioOfFirstAttempts() {
		attempts(1000);
		assertThat(granted(1000)).isEqualTo(100);
	}

	@Test
	void aCostlyRetryCountsDouble() {
		attempts(1000);
		int granted = 0;
		while (this.budget.tryRetry(2)) {
			granted++;
		}
		assertThat(granted).isEqualTo(50);
	}

	@Test
	void grantsAgainWhenTheWindowHasPassed() {
		assertThat(granted(10)).isEqualTo(3);
		this.now += 9 * SECOND;
		assertThat(granted(10)).isZero();
		this.now += 2 * SECOND;
		assertThat(granted(10)).isEqualTo(3);
	}

	@Test
	void forgetsEverythingAfterALongPause() {
		attempts(1000);
		assertThat(granted(1000)).isEqualTo(100);
		this.now += 1_000_000 * SECOND;
		assertThat(granted(10)).isEqualTo(3);
	}

	/** The bound as documented, checked at every grant against an exact record. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 20, 200, 1000 })
	void holdsTheBoundAtEveryRate(int perSecond) {
		Deque<Long> firsts = new ArrayDeque<>();
		Deque<Long> retries = new ArrayDeque<>();
		Random random = new Random(perSecond);
		long total = 0;
		for (int i = 0; i < perSecond * 60; i++) {
			this.now += (long) (2 * random.nextDouble() * SECOND / perSecond);
			this.budget.firstAttempt();
			firsts.add(this.now);
			forget(firsts);
			for (int retry = 0; retry < 2 && this.budget.tryRetry(1); retry++) {
				retries.add(this.now);
				forget(retries);
				total++;
				assertThat((double) retries.size()).isLessThanOrEqualTo(Math.max(3, 0.1 * firsts.size()));
			}
		}
		assertThat(total).isGreaterThan((long) (0.05 * perSecond * 60));
	}

	@Test
	void isExactUnderConcurrency() throws InterruptedException {
		attempts(10_000);
		AtomicInteger granted = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 20_000; i++) {
			threads.execute(() -> granted.addAndGet(this.budget.tryRetry(1) ? 1 : 0));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(granted).hasValue(1000);
	}

	private void forget(Deque<Long> times) {
		while (!times.isEmpty() && times.peekFirst() <= this.now - WINDOW) {
			times.removeFirst();
		}
	}

	private void attempts(int count) {
		for (int i = 0; i < count; i++) {
			this.budget.firstAttempt();
		}
	}

	private int granted(int asked) {
		int granted = 0;
		for (int i = 0; i < asked; i++) {
			granted += this.budget.tryRetry(1) ? 1 : 0;
		}
		return granted;
	}

}
