package dev.mainstay.observability.slo.generate;

import java.util.List;

/**
 * The dashboard of all services that have such rules: whose users are hurt, since when,
 * and what is left of each budget.
 */
final class FleetDashboard {

	private static final String OBJECTIVES = Recorded.OBJECTIVE;

	private FleetDashboard() {
	}

	static String text() {
		return DashboardFrame.text("mainstay-slo-fleet", "All services: objectives",
				List.of(count("Services that hurt users", AlertStates.pages(), "red").at(0, 0, 5, 5),
						count("Services with a ticket", AlertStates.tickets(), "orange").at(0, 5, 5, 5),
						sinceWhen().at(5, 0, 19, 10), objectives().at(0, 10, 24, 14)));
	}

	private static Panel count(String title, String alerts, String colour) {
		return new Panel("stat", title, "By the alerts that fire.")
			.now("count(count by (service) (ALERTS{" + alerts + "})) or 0 * count(" + OBJECTIVES + ")", "services")
			.nothing("Rules?")
			.colours(Colours.below("green").from("1", colour))
			.options(Charts.stat());
	}

	private static Panel sinceWhen() {
		Panel panel = new Panel("state-timeline", "Whose, and since when?",
				"Red while an objective of the service pages, orange for a ticket.")
			.overTime(AlertStates.of("service", ""), "{{service}}")
			.options(Charts.states());
		return AlertStates.shown(panel, "good", "ticket", "page");
	}

	/**
	 * Grafana names the columns of several queries by their letters, and makes one row of
	 * those whose other columns are the same.
	 */
	private static Panel objectives() {
		return new Panel("table", "Objectives, the least budget first", "A click on a service opens its dashboard.")
			.rows(each(Recorded.BUDGET_LEFT))
			.rows(each(Dashboard.burnRate("") + " or 0 * " + OBJECTIVES))
			.rows(each(Recorded.WINDOW_RATIO))
			.rows(each(OBJECTIVES))
			.transformed("merge", new Fields())
			.transformed("organize",
					Fields.of("excludeByName", Fields.of("Time", true))
						.with("renameByName",
								Fields.of("Value #A", "Budget left")
									.with("Value #B", "Burn rate, 1h")
									.with("Value #C", "Bad events")
									.with("Value #D", "Objective")))
			.column("service",
					property("links",
							List.of(Fields.of("title", "Dashboard").with("url", "/d/mainstay-slo-${__value.raw}"))))
			.column("Budget left", property("unit", "percentunit"), property("decimals", 1),
					property("thresholds", Colours.ofBudget().fields()),
					property("custom.cellOptions", Fields.of("type", "color-background").with("mode", "basic")))
			.column("Burn rate, 1h", property("decimals", 1))
			.column("Bad events", property("unit", "percentunit"), property("decimals", 3))
			.column("Objective", property("unit", "percentunit"))
			.options(Charts.table("Budget left"));
	}

	private static String each(String series) {
		return "max by (service, slo) (" + series + ")";
	}

	private static Fields property(String id, Object value) {
		return Fields.of("id", id).with("value", value);
	}

}
