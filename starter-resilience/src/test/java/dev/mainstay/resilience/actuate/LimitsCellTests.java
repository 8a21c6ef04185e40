package dev.mainstay.resilience.actuate;

import java.time.Duration;

import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsCellTests {

	@Test
	void theBudgetOfTwoWindowsIsToldWithBoth() {
		assertThat(budget(new BudgetSettings(0.1, 3, Duration.ofMinutes(2), 3))).isEqualTo(
				"3 in 10000ms, or 0.1 of the first attempts in 120000ms and no more than 0.3 of those in 10000ms");
	}

	@Test
	void theBudgetOfOneIsToldWithIt() {
		assertThat(budget(new BudgetSettings(0.1, 3, Duration.ofSeconds(10), 3)))
			.isEqualTo("the greater of 3 and 0.1 of the first attempts, in 10000ms");
	}

	private static String budget(BudgetSettings settings) {
		CallTimes times = new CallTimes(Duration.ofSeconds(60), null, null);
		return LimitsCell.of(new ClientPolicy("prices", times, null, settings, null, CallLimits.NONE), null).budget();
	}

}
