package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What spends the budget of an objective, and what does not.
 */
final class BudgetCases {

	private static final int HOUR = 60;

	private static final Duration LONGEST_TEST = Duration.ofHours(2);

	private final Recorded recorded;

	BudgetCases(Recorded recorded) {
		this.recorded = recorded;
	}

	/** Some compare with all that has happened, which the window then has to hold. */
	Stream<RuleTest> all() {
		List<RuleTest> tests = new ArrayList<>(List.of(idle(), neverCalled(), firstError()));
		if (this.recorded.objective().window().compareTo(LONGEST_TEST) >= 0) {
			tests.add(weighting());
			tests.add(restart());
		}
		return tests.stream();
	}

	private RuleTest idle() {
		Traffic traffic = new Traffic().healthy(HOUR).idle(HOUR);
		return new RuleTest(this.recorded, "an idle hour keeps the budget", traffic)
			.holds(Recorded.BUDGET_LEFT, "== 1", traffic.minute())
			.hasNo(Recorded.errorRatio(Duration.ofMinutes(5)), traffic.minute())
			.neverFires(AlertingRules.PAGE, traffic.minute())
			.neverFires(AlertingRules.TICKET, traffic.minute());
	}

	private RuleTest neverCalled() {
		Traffic traffic = new Traffic().idle(HOUR);
		return new RuleTest(this.recorded, "a service that was never called has all of its budget", traffic)
			.holds(Recorded.BUDGET_LEFT, "== 1", traffic.minute());
	}

	private RuleTest firstError() {
		Traffic traffic = new Traffic().healthy(HOUR).events(1, 0, 1).idle(1);
		return new RuleTest(this.recorded, "the first error counts", traffic)
			.holds(Recorded.badRate(Duration.ofHours(1)), "* 3600 > 0.99", traffic.minute())
			.holds(Recorded.BUDGET_LEFT, "< 1", traffic.minute());
	}

	/** An average of ratios would make it thousands of times as much. */
	private RuleTest weighting() {
		Traffic traffic = new Traffic().healthy(HOUR).idle(10).events(5, 0, 2).idle(10);
		return new RuleTest(this.recorded, "ten bad events in a quiet time weigh no more than at noon", traffic)
			.holds(Recorded.WINDOW_RATIO, "< 0.00003", traffic.minute())
			.holds(Recorded.WINDOW_RATIO, "> 0.000026", traffic.minute());
	}

	private RuleTest restart() {
		BigDecimal half = this.recorded.budget().multiply(new BigDecimal("0.5"));
		Traffic traffic = new Traffic().busy(HOUR, half).restart().busy(HOUR - 1, half);
		return new RuleTest(this.recorded, "a restart, which sets the counter to 0, changes nothing", traffic)
			.holds(Recorded.BUDGET_LEFT, "> 0.49", traffic.minute())
			.holds(Recorded.BUDGET_LEFT, "< 0.51", traffic.minute())
			.neverFires(AlertingRules.PAGE, traffic.minute())
			.neverFires(AlertingRules.TICKET, traffic.minute());
	}

}
