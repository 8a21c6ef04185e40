package dev.mainstay.observability.slo.generate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.Objective;

/**
 * What is recorded for an objective. Ratios have no value where nothing happened, so that
 * a quiet night is neither good nor bad; the one over the window of the objective always
 * has, and is a ratio of sums: an event weighs the same at night and at noon.
 */
final class RecordingRules {

	private RecordingRules() {
	}

	/** For all objectives at once, over each window that one of them looks at. */
	static Stream<Fields> rates(String service, List<Objective> objectives) {
		String selector = "service=" + Quotes.inDouble(service);
		return objectives.stream()
			.flatMap((objective) -> new Recorded(service, objective).windows().stream())
			.distinct()
			.sorted()
			.flatMap((window) -> rates(selector, window));
	}

	private static Stream<Fields> rates(String labels, Duration window) {
		String range = "}[" + Numbers.duration(window) + "]";
		String bad = Recorded.COUNTER + "{" + labels + ",result=\"bad\"";
		String selector = "{" + labels + "}";
		return Stream.of(rule(Recorded.badRate(window), rate(bad + range)),
				rule(Recorded.eventsRate(window), rate(Recorded.COUNTER + "{" + labels + range)),
				rule(Recorded.errorRatio(window), Recorded.badRate(window) + selector + " / ("
						+ Recorded.eventsRate(window) + selector + " > 0)"));
	}

	private static String rate(String counter) {
		return "sum by (service, slo) (rate(" + counter + "))";
	}

	/** From the recorded rates: a range of 30 days of the counter would be too much. */
	static Stream<Fields> budget(Recorded recorded) {
		Duration shortest = Duration.ofMinutes(5);
		String range = recorded.selector() + "[" + Numbers.duration(recorded.objective().window()) + "]";
		String bad = "sum_over_time(" + Recorded.badRate(shortest) + range + ")";
		String all = "clamp_min(sum_over_time(" + Recorded.eventsRate(shortest) + range + "), 1e-9)";
		String left = "1 - " + Recorded.WINDOW_RATIO + recorded.selector() + " / " + recorded.budget().toPlainString();
		return Stream
			.of(rule(Recorded.WINDOW_RATIO, bad + "\n/ " + all + "\n"), rule(Recorded.BUDGET_LEFT, left),
					rule(Recorded.OBJECTIVE, "vector(" + Numbers.target(recorded.objective()) + ")"))
			.map((rule) -> rule.with("labels", recorded.labelFields()));
	}

	private static Fields rule(String name, String expression) {
		return Fields.of("record", name).with("expr", expression);
	}

}
