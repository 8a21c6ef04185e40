package dev.mainstay.observability.slo.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * A panel of a dashboard for Grafana, in what it differs from the defaults.
 */
final class Panel {

	static final Fields SOURCE = Fields.of("type", "prometheus").with("uid", "${datasource}");

	private final String type;

	private final String title;

	private final String description;

	private final Fields grid = new Fields();

	private final List<Fields> targets = new ArrayList<>();

	private final Fields defaults = new Fields();

	private final List<Fields> overrides = new ArrayList<>();

	private final List<Fields> transformations = new ArrayList<>();

	private Fields options = new Fields();

	Panel(String type, String title, String description) {
		this.type = type;
		this.title = title;
		this.description = description;
	}

	/** A row is 24 wide. */
	Panel at(int x, int y, int width, int height) {
		this.grid.with("h", height).with("w", width).with("x", x).with("y", y);
		return this;
	}

	/** One value for each series: how it is now. */
	Panel now(String expression, String legend) {
		this.targets.add(target(expression, legend).with("instant", true).with("range", false));
		return this;
	}

	/** The rows of a table: how it is now. */
	Panel rows(String expression) {
		this.targets
			.add(target(expression, "__auto").with("instant", true).with("range", false).with("format", "table"));
		return this;
	}

	/** How it was over the time that is looked at. */
	Panel overTime(String expression, String legend) {
		this.targets.add(target(expression, legend).with("instant", false).with("range", true));
		return this;
	}

	/** With dots that lead to traces. */
	Panel overTimeWithTraces(String expression, String legend) {
		overTime(expression, legend);
		this.targets.get(this.targets.size() - 1).with("exemplar", true);
		return this;
	}

	private Fields target(String expression, String legend) {
		return Fields.of("refId", String.valueOf((char) ('A' + this.targets.size())))
			.with("datasource", SOURCE)
			.with("expr", expression)
			.with("legendFormat", legend);
	}

	Panel unit(String unit) {
		this.defaults.with("unit", unit);
		return this;
	}

	Panel range(Number min, Number max) {
		this.defaults.with("min", min).with("max", max);
		return this;
	}

	Panel decimals(int decimals) {
		this.defaults.with("decimals", decimals);
		return this;
	}

	/** What is shown where there is nothing. */
	Panel nothing(String text) {
		this.defaults.with("noValue", text);
		return this;
	}

	Panel colours(Colours colours) {
		this.defaults.with("color", Fields.of("mode", "thresholds")).with("thresholds", colours.fields());
		return this;
	}

	Panel lines(int fillOpacity) {
		this.defaults.with("custom", Fields.of("lineWidth", 2).with("fillOpacity", fillOpacity));
		return this;
	}

	Panel words(Fields byValue) {
		this.defaults.with("mappings", List.of(Fields.of("type", "value").with("options", byValue)));
		return this;
	}

	Panel column(String name, Fields... properties) {
		this.overrides.add(Fields.of("matcher", Fields.of("id", "byName").with("options", name))
			.with("properties", List.of(properties)));
		return this;
	}

	Panel transformed(String id, Fields options) {
		this.transformations.add(Fields.of("id", id).with("options", options));
		return this;
	}

	Panel options(Fields options) {
		this.options = options;
		return this;
	}

	Fields fields(int id) {
		return Fields.of("id", id)
			.with("type", this.type)
			.with("title", this.title)
			.with("description", this.description)
			.with("gridPos", this.grid)
			.with("datasource", SOURCE)
			.with("targets", this.targets)
			.with("fieldConfig", Fields.of("defaults", this.defaults).with("overrides", this.overrides))
			.with("options", this.options)
			.with("transformations", this.transformations.isEmpty() ? null : this.transformations);
	}

}
