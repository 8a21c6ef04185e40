package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.BurnPolicy;

/**
 * When the alerts of an objective fire, and when they do not.
 */
final class PagingCases {

	private static final BigDecimal FIVE_PERCENT = new BigDecimal("0.05");

	private static final BigDecimal SLOW = new BigDecimal("1.2");

	private static final int HOUR = 60;

	private static final int SIX_HOURS = 360;

	private final Recorded recorded;

	PagingCases(Recorded recorded) {
		this.recorded = recorded;
	}

	/** Nothing about pages if the window of the objective is too short for one. */
	Stream<RuleTest> all() {
		List<RuleTest> tests = new ArrayList<>();
		if (!this.recorded.pairs(BurnPair.PAGE).isEmpty()) {
			tests.add(pages("a full outage", BigDecimal.ONE));
			tests.add(pages("5% errors", FIVE_PERCENT));
			tests.add(recovery());
			slowerPage().ifPresent(tests::add);
			tests.add(oneOfFour());
			tests.add(tenth());
		}
		if (isSlowOnlyForTickets()) {
			tests.add(slowBurn());
		}
		tests.add(absent());
		return tests.stream();
	}

	private RuleTest pages(String what, BigDecimal badShare) {
		int healthy = longest(this.recorded.pairs(BurnPair.PAGE).stream().map(BurnPair::longWindow));
		Detection detection = new Detection(this.recorded, BurnPair.PAGE);
		OptionalInt latest = detection.latest(badShare);
		Traffic traffic = new Traffic().healthy(healthy).busy(latest.orElse(SIX_HOURS), badShare);
		if (latest.isEmpty()) {
			return new RuleTest(this.recorded, what + " do not page", traffic).neverFires(AlertingRules.PAGE,
					traffic.minute());
		}
		String name = what + " page" + (badShare.equals(BigDecimal.ONE) ? "s" : "") + " within " + latest.getAsInt()
				+ " minutes";
		return new RuleTest(this.recorded, name, traffic)
			.isSilent(AlertingRules.PAGE, healthy + detection.before(badShare))
			.fires(AlertingRules.PAGE, traffic.minute());
	}

	/**
	 * What only the pair of longer windows finds. None if both have the same factor, if
	 * no share of events is so bad, or if so few are that they would not page.
	 */
	private Optional<RuleTest> slowerPage() {
		DoubleSummaryStatistics factors = this.recorded.pairs(BurnPair.PAGE)
			.stream()
			.collect(Collectors.summarizingDouble(BurnPair::factor));
		String burn = Numbers.plain(factors.getAverage());
		BigDecimal badShare = this.recorded.budget().multiply(new BigDecimal(burn));
		Traffic traffic = new Traffic().busy(HOUR, badShare);
		if (factors.getMin() == factors.getMax() || badShare.compareTo(BigDecimal.ONE) >= 0
				|| traffic.badEvents().intValue() <= BurnPolicy.MIN_BAD) {
			return Optional.empty();
		}
		return Optional.of(new RuleTest(this.recorded, "a burn of " + burn + " pages", traffic)
			.fires(AlertingRules.PAGE, traffic.minute()));
	}

	private RuleTest recovery() {
		int reset = longest(this.recorded.pairs(BurnPair.PAGE).stream().map(BurnPair::shortWindow)) + 5;
		Traffic traffic = new Traffic().busy(HOUR, BigDecimal.ONE).healthy(reset);
		Fields labels = this.recorded.labelFields().with("severity", BurnPair.PAGE);
		return new RuleTest(this.recorded, "a page ends within " + reset + " minutes after the outage", traffic)
			.firesExactly(AlertingRules.PAGE, HOUR, labels,
					AlertTexts.burning(this.recorded, this.recorded.pairs(BurnPair.PAGE)).map(this::filledIn))
			.isSilent(AlertingRules.PAGE, HOUR + reset);
	}

	/** What Prometheus makes of a template while all events are bad. */
	private String filledIn(String template) {
		return template.replace("{{ $labels.service }}", this.recorded.service())
			.replace("{{ $labels.slo }}", this.recorded.objective().name())
			.replace("{{ $value | humanizePercentage }}", "100%")
			.replace("{{ \"{{\" }}", "{{");
	}

	private RuleTest oneOfFour() {
		Traffic traffic = new Traffic().idle(HOUR).events(1, 3, 1).idle(HOUR);
		return new RuleTest(this.recorded, "one bad event of four does not page", traffic)
			.neverFires(AlertingRules.PAGE, traffic.minute());
	}

	private RuleTest tenth() {
		int before = BurnPolicy.MIN_BAD - 1;
		Traffic traffic = new Traffic().idle(HOUR).events(before, 0, 1).events(1, 0, 1).idle(1);
		return new RuleTest(this.recorded, "in the night, " + before + " bad events do not page and the next one does",
				traffic)
			.neverFires(AlertingRules.PAGE, HOUR + before)
			.fires(AlertingRules.PAGE, traffic.minute());
	}

	private boolean isSlowOnlyForTickets() {
		return this.recorded.pairs(BurnPair.PAGE).stream().allMatch((pair) -> pair.factor() > SLOW.doubleValue())
				&& this.recorded.pairs(BurnPair.TICKET).stream().anyMatch((pair) -> pair.factor() < SLOW.doubleValue());
	}

	private RuleTest slowBurn() {
		Traffic traffic = new Traffic().busy(SIX_HOURS, this.recorded.budget().multiply(SLOW));
		return new RuleTest(this.recorded, "a burn of 1.2 is a ticket and no page", traffic)
			.neverFires(AlertingRules.PAGE, traffic.minute())
			.fires(AlertingRules.TICKET, traffic.minute());
	}

	/** A series is taken for gone five minutes after its last value. */
	private RuleTest absent() {
		Traffic traffic = new Traffic().healthy(30);
		return new RuleTest(this.recorded, "a counter that is gone pages after 10 minutes", traffic)
			.isSilent(AlertingRules.ABSENT, traffic.minute() + 9)
			.fires(AlertingRules.ABSENT, traffic.minute() + 17);
	}

	private static int longest(Stream<Duration> windows) {
		return (int) windows.max(Comparator.naturalOrder()).orElseThrow().toMinutes();
	}

}
