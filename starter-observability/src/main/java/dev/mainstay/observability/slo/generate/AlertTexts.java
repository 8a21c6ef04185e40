package dev.mainstay.observability.slo.generate;

import java.util.List;
import java.util.stream.Collectors;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.Objective;

/**
 * What an alert says to the person who gets it. Prometheus reads these texts as
 * templates.
 */
final class AlertTexts {

	private static final String NAMES = "{{ $labels.service }}, {{ $labels.slo }}";

	private AlertTexts() {
	}

	static Fields burning(Recorded recorded, List<BurnPair> pairs) {
		String rates = pairs.stream()
			.map((pair) -> "above " + Numbers.plain(pair.factor()) + " over " + Numbers.duration(pair.longWindow()))
			.collect(Collectors.joining(" or "));
		return annotations(recorded,
				NAMES + ": {{ $value | humanizePercentage }} of the events " + bad(recorded.objective()) + ", "
						+ Numbers.percent(recorded.budget()) + " may",
				"The burn rate is " + rates + ". At 1, the error budget lasts for "
						+ Numbers.duration(recorded.objective().window()) + ".");
	}

	static Fields absent(Recorded recorded) {
		return annotations(recorded, NAMES + ": there is no counter",
				"Either no instance is up, or none is scraped, or the scrape has renamed the label service"
						+ " (set honor_labels: true).");
	}

	private static Fields annotations(Recorded recorded, String summary, String description) {
		Objective objective = recorded.objective();
		return Fields.of("summary", summary)
			.with("description", description)
			.with("routes", objective.routes().isEmpty() ? null : literally(String.join(", ", objective.routes())))
			.with("owner", (objective.owner() != null) ? literally(objective.owner()) : null)
			.with("runbook_url", (objective.runbook() != null) ? literally(objective.runbook()) : null)
			.with("dashboard", "/d/" + Dashboard.uid(recorded.service()));
	}

	static String bad(Objective objective) {
		return (objective.latency() != null) ? "fail or take longer than " + Numbers.duration(objective.latency())
				: "fail";
	}

	/** What others have written is no template. Prometheus reads labels as such, too. */
	static String literally(String text) {
		return text.replace("{{", "{{ \"{{\" }}");
	}

}
