package dev.mainstay.observability.slo;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BurnPolicyTests {

	@Test
	void hasTheFactorsOfTheWorkbookForThirtyDays() {
		assertThat(BurnPolicy.of(Duration.ofDays(30))).containsExactly(
				new BurnPair("page", Duration.ofMinutes(5), Duration.ofHours(1), 14.4),
				new BurnPair("page", Duration.ofMinutes(30), Duration.ofHours(6), 6),
				new BurnPair("ticket", Duration.ofHours(2), Duration.ofDays(1), 3),
				new BurnPair("ticket", Duration.ofHours(6), Duration.ofDays(3), 1));
	}

	@Test
	void spendsTheSamePartOfTheBudgetForOtherWindows() {
		assertThat(BurnPolicy.of(Duration.ofDays(28))).extracting(BurnPair::factor)
			.containsExactly(13.44, 5.6, 2.8, 0.933333);
	}

	@Test
	void tellsOfNoBudgetThatLasts() {
		assertThat(BurnPolicy.of(Duration.ofDays(7))).extracting(BurnPair::factor).containsExactly(3.36, 1.4, 0.9, 0.9);
		assertThat(BurnPolicy.of(Duration.ofDays(1))).extracting(BurnPair::longWindow)
			.doesNotContain(Duration.ofDays(3));
	}

	@Test
	void hasABudgetAsPeopleWriteIt() {
		assertThat(new Objective("a", ObjectiveKind.AVAILABILITY, 0.999, Duration.ofDays(30), null, List.of(), null,
				null, false)
			.budget()).isEqualTo(0.001);
	}

}
