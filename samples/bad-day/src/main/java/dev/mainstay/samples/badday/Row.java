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
			"idempotency"),

	CHARGES_AT_ONCE("Payments", "Charges for a payment that was sent 6 times at once", exactly(1), "idempotency"),

	REFUSED_UNDER_USED_KEY("Payments", "Payments under another one's key refused, uncharged", all(), "idempotency"),

	ORDERS_SENT_TWICE("Payments", "Orders kept of 5 that were each sent twice", exactly(5), "idempotency"),

	INVALID_ORDERS("Input", "Invalid orders not refused, @Valid was forgotten", none(), "validation, enforce"),

	BAD_INPUT("Input", "Bad requests not answered by a 4xx", none(), "validation, enforce"),

	NOT_PROBLEM("Input", "Failures that are not problem+json", none(), "problem"),

	NO_REQUEST_ID("Input", "Failures that do not name their X-Request-Id", none(), "problem"),

	LEAKING("Input", "Answers with a password, class or package name", none(), "boot-members: false"),

	HOSTILE_IDS("Input", "Hostile X-Request-Id replaced by a safe one", all(), "request-id"),

	NO_HEADERS("Input", "API answers without the security headers", none(), "security.headers"),

	LOST_TO_WAIT("Provider", "Reads lost to a 503 with Retry-After: 1", none(), "http-client.retry"),

	LOST_AT_30("Provider", "Reads lost while 30 % of its answers fail", fewer(5), "http-client.retry"),

	CALLS_AT_30("Provider", "Calls it got for these reads, at most 20 % more", bounded(20, 3), "http-client.retry"),

	HANGING("Provider", "Requests not answered 6 s after it hung", none(), "response-timeout"),

	ORDERS_MEANWHILE("Provider", "Orders not answered meanwhile, it has no part in them", none(), "response-timeout"),

	STUCK("Provider", "Threads still stuck when it has recovered", none(), "response-timeout"),

	LOST_AFTER("Provider", "Reads lost when it has recovered", none(), "response-timeout"),

	NOT_JSON("Log", "Lines that are not JSON", none(), "logging"),

	FORGED("Log", "Lines forged through a customer's name", none(), "logging"),

	SECRETS("Log", "Planted secrets found, each place counted", none(), "masking"),

	NO_ID("Log", "Events of requests that no id finds", none(), "request-id"),

	ERRORS_FOUND("Log", "Failures whose one error an X-Request-Id finds", all(), "failure-reporter"),

	ACCESS_EVENTS("Log", "Requests with exactly one access event", all(), "access-log"),

	TRACED("Operations", "Calls to the provider that carry a trace", all(), "tracing"),

	SCRAPED("Operations", "Requests of the day counted in a scrape", all(), "telemetry"),

	SCRAPES_ANSWERED("Operations", "Scrapes answered rightly: own 200, forged ones 401", all(), "security.management");

	private final String group;

	private final String label;

	private final Expectation expectation;

	private final String setting;

	Row(String group, String label, Expectation expectation, String setting) {
		this.group = group;
		this.label = label;
		this.expectation = expectation;
		this.setting = setting;
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
	 * Whether the hardened service came to what it must and differs from the bare one, if
	 * that has to be.
	 */
	boolean holds(Stack stack, Count bare, Count hardened) {
		return this.expectation.met(bare, hardened) && (mayBeAlikeOn(stack) || bare.value() != hardened.value());
	}

	/**
	 * Whether a bare service may come to the same: on WebFlux nobody waits on a thread,
	 * and what a client gave up is cancelled.
	 */
	boolean mayBeAlikeOn(Stack stack) {
		return stack == Stack.WEBFLUX && (this == STUCK || this == LOST_AFTER);
	}

}
