package dev.mainstay.observability.slo.generate;

/**
 * How bad it is, from the alerts: 0 if all is well, 1 for a ticket, 2 for a page.
 */
final class AlertStates {

	private AlertStates() {
	}

	/**
	 * The expression.
	 * @param label what there is a value for, such as {@code slo}
	 * @param service the condition that the series have to meet, or an empty text
	 */
	static String of(String label, String service) {
		String by = "max by (" + label + ") (";
		return by + "2 * ALERTS{" + pages() + and(service) + "})\nor " + by + "ALERTS{" + tickets() + and(service)
				+ "})\nor " + by + "0 * " + Recorded.OBJECTIVE + "{" + service + "})";
	}

	static String pages() {
		return "alertname=~\"" + AlertingRules.PAGE + "|" + AlertingRules.ABSENT + "\",alertstate=\"firing\"";
	}

	static String tickets() {
		return "alertname=\"" + AlertingRules.TICKET + "\",alertstate=\"firing\"";
	}

	private static String and(String condition) {
		return condition.isEmpty() ? "" : "," + condition;
	}

	/** In colours and words. */
	static Panel shown(Panel panel, String good, String ticket, String page) {
		return panel
			.words(word("0", good, "green").with("1", word(ticket, "orange", 1)).with("2", word(page, "red", 2)))
			.colours(Colours.below("green").from("1", "orange").from("2", "red"));
	}

	private static Fields word(String value, String text, String colour) {
		return Fields.of(value, word(text, colour, 0));
	}

	private static Fields word(String text, String colour, int index) {
		return Fields.of("text", text).with("color", colour).with("index", index);
	}

}
