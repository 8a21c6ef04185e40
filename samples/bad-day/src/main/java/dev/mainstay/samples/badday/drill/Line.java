package dev.mainstay.samples.badday.drill;

/**
 * The lines of the table. Of each, nothing is as it should be.
 */
enum Line {

	MALFORMED("Input", "Malformed bodies not answered by a 4xx", "problem", "a POST in --routes"),

	OVERSIZED("Input", "Bodies of 33 MB not answered by 413", "validation.limits", "a POST in --routes"),

	UNKNOWN("Input", "Unknown routes and methods not answered by a 4xx", "problem", ""),

	BROKEN("Input", "Broken requests not answered by a 4xx", "", ""),

	HOSTILE_IDS("Input", "Hostile X-Request-Id not replaced by a safe one", "request-id", ""),

	NOT_REPLAYED("Writes", "Repetitions with a key not answered like the first", "idempotency", "--writable"),

	RUN_AGAIN("Writes", "Further results of a write that was sent 6 times at once", "idempotency", "--writable"),

	NOT_REFUSED("Writes", "Other bodies under a used key not answered by 422", "idempotency", "--writable"),

	HANGING("Dependency", "Requests not answered 10 s while it hangs", "http-client.response-timeout", "--slow"),

	MEANWHILE("Dependency", "Other reads not answered meanwhile", "http-client.response-timeout",
			"--slow and another GET"),

	NOT_PROBLEM("Answers", "Failures that are not problem+json", "problem", ""),

	NO_REQUEST_ID("Answers", "Failures that do not name their X-Request-Id", "problem", ""),

	LEAKING("Answers", "Answers with a class, package or URL of a database", "problem.boot-members", ""),

	NO_HEADERS("Answers", "API answers without the security headers", "security.headers", ""),

	UNANSWERED("Answers", "Requests not answered within 10 s, of all", "", ""),

	MANAGEMENT("Operations", "Management endpoints that answer a stranger", "security.management", "");

	private final String group;

	private final String label;

	private final String setting;

	private final String needs;

	Line(String group, String label, String setting, String needs) {
		this.group = group;
		this.label = label;
		this.setting = setting;
		this.needs = needs;
	}

	String group() {
		return this.group;
	}

	String label() {
		return this.label;
	}

	String setting() {
		return this.setting;
	}

	/**
	 * Returns what has to be given for the line to be counted, or nothing.
	 */
	String needs() {
		return this.needs;
	}

}
