package dev.mainstay.tests.harness.dayone;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A switch that undoes a part of what changed.
 */
public enum UndoSwitch {

	REQUEST_ID("mainstay.request-id.enabled=false", "The id under which the log is searched"),

	TRACING("mainstay.tracing.enabled=false", "The id of the trace, for the caller's own log"),

	HEADERS("mainstay.security.headers.enabled=false",
			"Headers that tell a browser to be careful. Yours, Spring Security's and a proxy's win"),

	PROBLEM("mainstay.problem.enabled=false",
			"Failures that the application does not answer itself come as `application/problem+json`, with the members of Spring Boot's error JSON besides"),

	IDEMPOTENCY("mainstay.idempotency.enabled=false",
			"A POST or PATCH with an `Idempotency-Key` is executed once; its repetition gets the first answer; "
					+ "`/mainstay/idempotency` is a page with the rules"),

	MANAGEMENT("mainstay.security.management.enabled=false",
			"Endpoints that were not exposed before: `info`, and for callers on the same machine `errorgroups`, "
					+ "`hardening`, `idempotency`, `mainstay`, `prometheus`, `resilience` and `slo`; others get 401");

	private final String property;

	private final String why;

	UndoSwitch(String property, String why) {
		this.property = property;
		this.why = why;
	}

	String property() {
		return this.property;
	}

	String why() {
		return this.why;
	}

	public static String[] allBut(@Nullable UndoSwitch one) {
		return Arrays.stream(values()).filter((it) -> it != one).map((it) -> "--" + it.property).toArray(String[]::new);
	}

}
