package dev.mainstay.tests.external;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a dashboard as TypeScript that compiles only if Grafana's types know each
 * property and each word of it. The types leave open what a kind of panel has for itself
 * and what is asked of a source: those are held against types of their own.
 */
final class TypedDashboard {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> KINDS = Map.of("stat", "stat", "bargauge", "bargauge", "timeseries",
			"timeseries", "table", "table", "state-timeline", "statetimeline");

	/** {@code Written} takes a word of JSON for a member of an enumeration. */
	private static final String HEAD = """
			import { Dashboard, GraphFieldConfig, Panel } from '@grafana/schema';
			import * as stat from '@grafana/schema/stat';
			import * as bargauge from '@grafana/schema/bargauge';
			import * as timeseries from '@grafana/schema/timeseries';
			import * as table from '@grafana/schema/table';
			import * as statetimeline from '@grafana/schema/statetimeline';
			import { PrometheusDataQuery } from '@grafana/schema/prometheus';
			type Written<T> = T extends string ? `${T}` : T extends (infer U)[] ? Written<U>[]
			  : T extends object ? { [K in keyof T]: Written<T[K]> } : T;
			""";

	private final StringBuilder lines = new StringBuilder(HEAD);

	private int number;

	private TypedDashboard() {
	}

	static String of(String dashboard) {
		TypedDashboard written = new TypedDashboard();
		ObjectNode json = (ObjectNode) JSON.readTree(dashboard);
		json.path("panels").forEach(written::panel);
		json.putArray("panels");
		written.line("Dashboard", json);
		return written.lines.toString();
	}

	private void panel(JsonNode panel) {
		line("Panel", panel);
		String kind = KINDS.get(panel.path("type").asString());
		line("Partial<" + kind + ".Options>", panel.path("options"));
		panel.path("targets").forEach((target) -> line("PrometheusDataQuery", target));
		JsonNode own = panel.path("fieldConfig").path("defaults").path("custom");
		if (!own.isMissingNode()) {
			line("GraphFieldConfig", own);
		}
	}

	private void line(String type, JsonNode json) {
		this.lines.append("export const c" + this.number++ + ": Written<" + type + "> = ")
			.append(JSON.writeValueAsString(json))
			.append(";\n");
	}

}
