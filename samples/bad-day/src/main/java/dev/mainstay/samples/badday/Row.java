package dev.mainstay.samples.badday;

import static dev.mainstay.samples.badday.Expectation.all;
import static dev.mainstay.samples.badday.Expectation.bounded;
import static dev.mainstay.samples.badday.Expectation.exactly;
import static dev.mainstay.samples.badday.Expectation.fewer;
import static dev.mainstay.samples.badday.Expectation.none;

/**
 * The rows of the table: what is counted, what the hardened service must come to, and
 * what makes the difference.
 */
enum Row {

	CHARGES_AFTER_TIME_OUT("Payments", "Charges for a payment that timed out and was retried", exactly(1),
			"Idempotency-Key: mainstay.idempotency"),

	CHARGES_AT_ONCE("Payments", "Charges for a payment that was sent 6 times at once", exactly(1),
			"Idempotency-Key: mainstay.idempotency"),

	REFUSED_UNDER_USED_KEY("Payments", "Payments under another one's key refused, uncharged", all(),
			"Idempotency-Key: mainstay.idempotency"),

	ORDERS_SENT_TWICE("Payments", "Orders kept of 5 that were each sent twice", exactly(5),
			"Idempotency-Key: mainstay.idempotency"),

	INVALID_ORDERS("Input", "Invalid orders not refused, @Valid was forgotten", none(),
			"mainstay.validation, mode: enforce"),

	BAD_INPUT("Input", "Bad requests not answered by a 4xx", none(), "mainstay.validation, mode: enforce"),

	NOT_PROBLEM("Input", "Failures that are not problem+json", none(), "one error contract: mainstay.problem"),

	NO_REQUEST_ID("Input", "Failures that name no request id", none(), "one error contract: mainstay.problem"),

	LEAKING("Input", "Answers with a password, class or package name", none(), "mainstay.problem.boot-members: false"),

	HOSTILE_IDS("Input", "Hostile X-Request-Id replaced by a safe one", all(), "identity: mainstay.request-id"),

	NO_HEADERS("Input", "API answers without the security headers", none(), "mainstay.security.headers"),

	LOST_TO_WAIT("Provider", "Reads lost to a 503 with Retry-After: 1", none(), "retries: mainstay.http-client"),

	LOST_AT_30("Provider", "Reads lost while 30 % of its answers fail", fewer(5), "retry budget: mainstay.http-client"),

	CALLS_AT_30("Provider", "Calls it got for these reads, at most 20 % more", bounded(20, 3),
			"retry budget: mainstay.http-client"),

	HANGING("Provider", "Requests not answered 6 s after it hung", none(), "http-client.response-timeout: 2s"),

	ORDERS_MEANWHILE("Provider", "Orders not answered meanwhile, it has no part in them", none(),
			"http-client.response-timeout: 2s"),

	STUCK("Provider", "Threads still stuck when it has recovered", none(), "http-client.response-timeout: 2s"),

	LOST_AFTER("Provider", "Reads lost when it has recovered", none(), "http-client.response-timeout: 2s"),

	NOT_JSON("Log", "Lines that are not JSON", none(), "JSON log: mainstay.logging"),

	FORGED("Log", "Lines forged through a customer's name", none(), "JSON log: mainstay.logging"),

	SECRETS("Log", "Planted secrets found, each place counted", none(), "masking: mainstay.masking"),

	NO_ID("Log", "Events of requests that no id finds", none(), "identity: mainstay.request-id"),

	ERRORS_FOUND("Log", "Failures whose one error an X-Request-Id finds", all(), "mainstay.problem.failure-reporter"),

	ACCESS_EVENTS("Log", "Requests with exactly one access event", all(), "mainstay.access-log"),

	TRACED("Operations", "Calls to the provider that carry a trace", all(), "W3C traces: mainstay.tracing"),

	SCRAPED("Operations", "Requests of the day counted in a scrape", all(), "metrics: mainstay.telemetry"),

	SCRAPES_ANSWERED("Operations", "Scrapes answered rightly: own 200, forged ones 401", all(),
			"guard: mainstay.security.management");

	private final String group;

	private final String label;

	private final Expectation expectation;

	private final String feature;

	Row(String group, String label, Expectation expectation, String feature) {
		this.group = group;
		this.label = label;
		this.expectation = expectation;
		this.feature = feature;
	}

	String group() {
		return this.group;
	}

	String label() {
		return this.label;
	}

	String feature() {
		return this.feature;
	}

	/**
	 * Whether the hardened service came to what it must and differs from the bare one.
	 */
	boolean holds(Count bare, Count hardened) {
		return this.expectation.met(bare, hardened) && bare.value() != hardened.value();
	}

}
