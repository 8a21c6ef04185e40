package dev.mainstay.observability.tracing.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceBudgetTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());

	@Test
	void takesAllThatComeBelowTheLimit() {
		TraceBudget budget = new TraceBudget(5, this.now::get);
		for (int second = 0; second < 10; second++) {
			assertThat(IntStream.range(0, 5).filter((i) -> budget.take())).hasSize(5);
			pass(Duration.ofSeconds(1));
		}
	}

	@Test
	void takesNoMoreThanTheLimitInTheLongRun() {
		TraceBudget budget = new TraceBudget(5, this.now::get);
		List<Integer> taken = new ArrayList<>();
		for (int millis = 0; millis < 20_000; millis++) {
			if (budget.take()) {
				taken.add(millis);
			}
			pass(Duration.ofMillis(1));
		}
		assertThat(taken).hasSizeBetween(100, 105).startsWith(0, 1, 2, 3, 4);
	}

	@Test
	void hasOneForEachTwoSecondsAtHalfATraceASecond() {
		TraceBudget budget = new TraceBudget(0.5, this.now::get);
		assertThat(budget.take()).isTrue();
		pass(Duration.ofMillis(1999));
		assertThat(budget.take()).isFalse();
		pass(Duration.ofMillis(1));
		assertThat(budget.take()).isTrue();
	}

	@Test
	void hasNothingAtZero() {
		assertThat(new TraceBudget(0, this.now::get).take()).isFalse();
	}

	@Test
	void isNotOverdrawnByThreads() throws Exception {
		TraceBudget budget = new TraceBudget(50, this.now::get);
		AtomicInteger taken = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 8; i++) {
			threads.execute(() -> IntStream.range(0, 10_000)
				.filter((j) -> budget.take())
				.forEach((j) -> taken.incrementAndGet()));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(taken).hasValue(50);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
