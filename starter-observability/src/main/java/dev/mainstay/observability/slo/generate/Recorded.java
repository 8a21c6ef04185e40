package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.BurnPolicy;
import dev.mainstay.observability.slo.Objective;

/**
 * The series of one objective of a service: the counter, and what is recorded from it.
 *
 * @param service the value of the label {@code service}
 * @param objective the objective
 */
record Recorded(String service, Objective objective) {

	static final String COUNTER = "slo_events_total";

	static final String OBJECTIVE = "mainstay_slo:objective:ratio";

	static final String WINDOW_RATIO = "mainstay_slo:error_ratio:window";

	static final String BUDGET_LEFT = "mainstay_slo:error_budget_remaining:ratio";

	private static final Duration SHORTEST = Duration.ofMinutes(5);

	private static final Duration HOUR = Duration.ofHours(1);

	/** The labels of the objective, between braces. */
	String selector() {
		return "{" + labels() + "}";
	}

	String labels() {
		return "service=" + Quotes.inDouble(this.service) + ",slo=" + Quotes.inDouble(this.objective.name());
	}

	/** As labels of a rule: no two rules of one name have the same. */
	Fields labelFields() {
		return Fields.of("service", this.service).with("slo", this.objective.name());
	}

	BigDecimal budget() {
		return Numbers.budget(this.objective);
	}

	List<BurnPair> pairs(String severity) {
		return BurnPolicy.of(this.objective.window())
			.stream()
			.filter((pair) -> pair.severity().equals(severity))
			.toList();
	}

	/** The windows that alerts look at, and the two that dashboards do. */
	List<Duration> windows() {
		return Stream
			.concat(Stream.of(SHORTEST, HOUR),
					BurnPolicy.of(this.objective.window())
						.stream()
						.flatMap((pair) -> Stream.of(pair.shortWindow(), pair.longWindow())))
			.distinct()
			.sorted()
			.toList();
	}

	static String eventsRate(Duration window) {
		return "mainstay_slo:events:rate" + Numbers.duration(window);
	}

	static String badRate(Duration window) {
		return "mainstay_slo:events_bad:rate" + Numbers.duration(window);
	}

	static String errorRatio(Duration window) {
		return "mainstay_slo:error_ratio:rate" + Numbers.duration(window);
	}

}
