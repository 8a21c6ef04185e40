package dev.mainstay.tests.external;

import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a panel of a dashboard asks.
 *
 * @param panel its title
 * @param expression the expression
 * @param legend how its series are called
 * @param isInstant whether it asks for now only
 */
record DashboardQuery(String panel, String expression, String legend, boolean isInstant) {

	private static final JsonMapper JSON = new JsonMapper();

	static Stream<DashboardQuery> of(String dashboard) {
		return JSON.readTree(dashboard)
			.path("panels")
			.valueStream()
			.flatMap((panel) -> panel.path("targets")
				.valueStream()
				.map((target) -> of(panel.path("title").asString(), target)));
	}

	private static DashboardQuery of(String panel, JsonNode target) {
		return new DashboardQuery(panel, target.path("expr").asString(), target.path("legendFormat").asString(),
				target.path("instant").asBoolean());
	}

	@Override
	public String toString() {
		return this.panel + ": " + this.expression;
	}

}
