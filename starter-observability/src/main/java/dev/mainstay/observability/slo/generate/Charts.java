package dev.mainstay.observability.slo.generate;

import java.util.List;

/**
 * The options of the kinds of panel that dashboards are made of.
 */
final class Charts {

	private Charts() {
	}

	static Fields stat() {
		return Fields.of("colorMode", "background")
			.with("graphMode", "none")
			.with("justifyMode", "center")
			.with("orientation", "auto")
			.with("textMode", "value")
			.with("wideLayout", true)
			.with("reduceOptions", last());
	}

	static Fields bars() {
		return Fields.of("displayMode", "gradient")
			.with("orientation", "horizontal")
			.with("showUnfilled", true)
			.with("valueMode", "color")
			.with("namePlacement", "auto")
			.with("minVizHeight", 16)
			.with("minVizWidth", 8)
			.with("maxVizHeight", 40)
			.with("sizing", "auto")
			.with("reduceOptions", last())
			.with("legend", legend(false));
	}

	static Fields lines() {
		return Fields.of("legend", legend(true)).with("tooltip", Fields.of("mode", "multi").with("sort", "desc"));
	}

	static Fields states() {
		return Fields.of("showValue", "never")
			.with("rowHeight", 0.9)
			.with("mergeValues", true)
			.with("alignValue", "left")
			.with("legend", legend(false))
			.with("tooltip", Fields.of("mode", "single").with("sort", "none"));
	}

	static Fields table(String sortedBy) {
		return Fields.of("showHeader", true)
			.with("cellHeight", "sm")
			.with("sortBy", List.of(Fields.of("displayName", sortedBy).with("desc", false)));
	}

	private static Fields last() {
		return Fields.of("calcs", List.of("lastNotNull")).with("fields", "").with("values", false);
	}

	private static Fields legend(boolean shown) {
		return Fields.of("displayMode", "list")
			.with("placement", "bottom")
			.with("showLegend", shown)
			.with("calcs", List.of());
	}

}
