package dev.mainstay.observability.slo.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.BurnPolicy;

/**
 * The alerts of an objective. None waits ({@code for}) but the one for a counter that is
 * gone: that the budget burns over a long window is proof enough, and over a short one
 * that it still does.
 */
final class AlertingRules {

	static final String PAGE = "MainstaySloPage";

	static final String TICKET = "MainstaySloTicket";

	static final String ABSENT = "MainstaySloAbsent";

	private AlertingRules() {
	}

	static Stream<Fields> of(Recorded recorded) {
		return Stream
			.of(burning(recorded, PAGE, BurnPair.PAGE), burning(recorded, TICKET, BurnPair.TICKET), absent(recorded))
			.flatMap(List::stream);
	}

	/** Nothing if the window of the objective is too short for such an alert. */
	private static List<Fields> burning(Recorded recorded, String name, String severity) {
		List<BurnPair> pairs = recorded.pairs(severity);
		if (pairs.isEmpty()) {
			return List.of();
		}
		String expression = pairs.stream().map((pair) -> condition(recorded, pair)).collect(Collectors.joining("or\n"));
		return List.of(Fields.of("alert", name)
			.with("expr", expression)
			.with("labels", labels(recorded, severity))
			.with("annotations", AlertTexts.burning(recorded, pairs)));
	}

	private static String condition(Recorded recorded, BurnPair pair) {
		String selector = recorded.selector();
		String threshold = selector + " > " + Numbers.plain(pair.factor()) + " * " + recorded.budget().toPlainString();
		StringBuilder condition = new StringBuilder("(\n");
		condition.append("  ").append(Recorded.errorRatio(pair.shortWindow())).append(threshold).append('\n');
		condition.append("  and ").append(Recorded.errorRatio(pair.longWindow())).append(threshold).append('\n');
		if (pair.severity().equals(BurnPair.PAGE)) {
			condition.append("  and ")
				.append(Recorded.badRate(pair.longWindow()))
				.append(selector)
				.append(" * ")
				.append(pair.longWindow().toSeconds())
				.append(" >= ")
				.append(BurnPolicy.MIN_BAD)
				.append('\n');
		}
		return condition.append(")\n").toString();
	}

	/**
	 * Who is not there does not count its failures. This wakes somebody, because it may
	 * be all that tells of a service that is down.
	 */
	private static List<Fields> absent(Recorded recorded) {
		return List.of(Fields.of("alert", ABSENT)
			.with("expr", "absent(" + Recorded.COUNTER + recorded.selector() + ")")
			.with("for", "10m")
			.with("labels", labels(recorded, BurnPair.PAGE))
			.with("annotations", AlertTexts.absent(recorded)));
	}

	private static Fields labels(Recorded recorded, String severity) {
		return recorded.labelFields().map(AlertTexts::literally).with("severity", severity);
	}

}
