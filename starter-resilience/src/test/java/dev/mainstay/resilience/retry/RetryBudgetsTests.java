package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetsTests {

	private final RetryBudgets budgets = new RetryBudgets(0.1, 3, Duration.ofSeconds(10), () -> 0);

	@Test
	void aClientHasABudgetForEachAuthority() {
		RetryBudget budget = this.budgets.of("client", "host", 80);
		assertThat(this.budgets.of("client", "host", 80)).isSameAs(budget);
		assertThat(this.budgets.of("client", "host", 81)).isNotSameAs(budget);
		assertThat(this.budgets.of("other", "host", 80)).isNotSameAs(budget);
	}

	@Test
	void theOneThatWasNotUsedForLongestIsForgotten() {
		RetryBudget used = this.budgets.of("client", "used", 80);
		RetryBudget unused = this.budgets.of("client", "unused", 80);
		for (int port = 1; port < 1000; port++) {
			this.budgets.of("client", "ever-new", port);
			assertThat(this.budgets.of("client", "used", 80)).isSameAs(used);
		}
		assertThat(this.budgets.of("client", "unused", 80)).isNotSameAs(unused);
	}

	@Test
	void callsAtTheSameTimeShareOne() {
		Set<RetryBudget> all = ConcurrentHashMap.newKeySet();
		IntStream.range(0, 10_000).parallel().forEach((call) -> all.add(this.budgets.of("client", "host", 80)));
		assertThat(all).hasSize(1);
	}

}
