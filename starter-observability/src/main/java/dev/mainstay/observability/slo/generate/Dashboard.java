package dev.mainstay.observability.slo.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;

/**
 * The dashboard of a service. Read from the top: are users hurt, which objective, since
 * when; then which route, which version and which error group.
 */
final class Dashboard {

	/** Grafana takes 40 of these characters. */
	private static final Pattern OF_UID = Pattern.compile("[A-Za-z0-9_-]{1,27}");

	private static final String PREFIX = "mainstay-slo-";

	private final String service;

	private final List<Objective> objectives;

	private final FailurePanels failures;

	private Dashboard(String service, List<Objective> objectives) {
		this.service = "service=" + Quotes.inDouble(service);
		this.objectives = objectives;
		this.failures = new FailurePanels(this.service);
	}

	static String of(String service, List<Objective> objectives) {
		return DashboardFrame.text(uid(service), service + ": objectives", new Dashboard(service, objectives).panels());
	}

	/** The same for the same service, and another for another. */
	static String uid(String service) {
		if (OF_UID.matcher(service).matches()) {
			return PREFIX + service;
		}
		CRC32 sum = new CRC32();
		sum.update(service.getBytes(StandardCharsets.UTF_8));
		String readable = service.replaceAll("[^A-Za-z0-9_-]", "-");
		return PREFIX + readable.substring(0, Math.min(18, readable.length())) + String.format("-%08x", sum.getValue());
	}

	private List<Panel> panels() {
		List<Panel> panels = new ArrayList<>(List.of(hurt().at(0, 0, 5, 6), budgets().at(5, 0, 10, 6),
				burn().at(15, 0, 9, 6), sinceWhen().at(0, 6, 24, 5), this.failures.routes().at(0, 11, 8, 8),
				this.failures.versions().at(8, 11, 8, 8), this.failures.groups().at(16, 11, 8, 8),
				ratios().at(0, 19, 12, 8), events().at(12, 19, 12, 8)));
		if (this.objectives.stream().anyMatch((objective) -> objective.kind() == ObjectiveKind.LATENCY)) {
			panels.add(this.failures.slowRoutes().at(0, 27, 24, 8));
		}
		return panels;
	}

	private Panel hurt() {
		Panel panel = new Panel("stat", "Are users hurt?",
				"Yes if an objective pages, slowly if there is a ticket, by the alerts that fire.")
			.now("max(\n" + AlertStates.of("slo", this.service) + "\n)", "users")
			.nothing("Rules?")
			.options(Charts.stat());
		return AlertStates.shown(panel, "No", "Slowly", "Yes");
	}

	private Panel budgets() {
		return new Panel("bargauge", "Which objective? Error budget left",
				"Over the window of each objective. Below 0 % the objective is missed.")
			.now("sort(" + Recorded.BUDGET_LEFT + "{" + this.service + "})", "{{slo}}")
			.unit("percentunit")
			.range(0, 1)
			.decimals(1)
			.colours(Colours.ofBudget())
			.options(Charts.bars());
	}

	private Panel burn() {
		String objective = Recorded.OBJECTIVE + "{" + this.service + "}";
		return new Panel("bargauge", "How fast? Burn rate of the last hour",
				"At 1, the error budget lasts exactly for the window of the objective.")
			.now("sort_desc(" + burnRate("{" + this.service + "}") + " or 0 * " + objective + ")", "{{slo}}")
			.unit("none")
			.range(0, 15)
			.decimals(1)
			.colours(Colours.below("green").from("1", "orange").from("6", "red"))
			.options(Charts.bars());
	}

	static String burnRate(String selector) {
		return "mainstay_slo:error_ratio:rate1h" + selector + " / on (service, slo) (1 - " + Recorded.OBJECTIVE
				+ selector + ")";
	}

	private Panel sinceWhen() {
		Panel panel = new Panel("state-timeline", "Since when?", "Red while an objective pages, orange for a ticket.")
			.overTime(AlertStates.of("slo", this.service), "{{slo}}")
			.options(Charts.states());
		return AlertStates.shown(panel, "good", "ticket", "page");
	}

	private Panel ratios() {
		return new Panel("timeseries", "Share of bad events", "Over five minutes. Nothing where nothing happens.")
			.overTime("mainstay_slo:error_ratio:rate5m{" + this.service + "}", "{{slo}}")
			.unit("percentunit")
			.lines(10)
			.options(Charts.lines());
	}

	private Panel events() {
		return new Panel("timeseries", "Events", "Dots lead to traces of bad events where exemplars are stored.")
			.overTimeWithTraces("sum by (slo, result) (rate(" + Recorded.COUNTER + "{" + this.service + "}[5m]))",
					"{{slo}} {{result}}")
			.unit("reqps")
			.lines(0)
			.options(Charts.lines());
	}

}
