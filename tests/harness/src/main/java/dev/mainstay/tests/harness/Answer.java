package dev.mainstay.tests.harness;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a client gets, without what differs between any two calls.
 *
 * @param status the status
 * @param headers the header fields, but for those of the transport, by name in lower case
 * @param body the body
 */
public record Answer(int status, Map<String, String> headers, String body) {

	/** The transport's own, and the length of a body that is compared itself. */
	private static final Set<String> TRANSPORT = Set.of("date", "connection", "keep-alive", "transfer-encoding",
			"content-length");

	/** What docs/day-one.md announces for answers that the application gives itself. */
	private static final Set<String> ANNOUNCED = Set.of("x-request-id", "traceresponse", "cache-control",
			"content-security-policy", "content-security-policy-report-only", "cross-origin-opener-policy",
			"cross-origin-resource-policy", "permissions-policy", "referrer-policy", "x-content-type-options",
			"x-frame-options", "idempotency-status", "idempotent-replayed");

	/**
	 * The steady part of a response.
	 * @param response the response
	 * @return the answer
	 */
	public static Answer of(HttpResponse<String> response) {
		Map<String, String> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!TRANSPORT.contains(lower)) {
				headers.put(lower, steady(lower, String.join(", ", values)));
			}
		});
		return new Answer(response.statusCode(), headers, steady(response.body()));
	}

	/**
	 * This answer without the header fields that Mainstay announces to add, unless the
	 * application had them before.
	 * @param before the answer without Mainstay
	 * @return what is left, equal to the other one if nothing else was changed
	 */
	public Answer withoutAdditionsTo(Answer before) {
		Map<String, String> left = new TreeMap<>(this.headers);
		left.keySet().removeIf((name) -> ANNOUNCED.contains(name) && !before.headers.containsKey(name));
		return new Answer(this.status, left, this.body);
	}

	/**
	 * Whether Spring Boot's own error handling has answered.
	 * @return whether the body is its JSON
	 */
	public boolean isErrorOfBoot() {
		return this.body.startsWith("{\"timestamp\"") && this.body.contains("\"status\":" + this.status);
	}

	/**
	 * Whether this says as a problem what Spring Boot's own error handling, or nobody at
	 * all, has said before.
	 * @param before the answer without Mainstay
	 * @return whether nothing but the format is new
	 */
	public boolean isProblemInPlaceOf(Answer before) {
		return (before.isErrorOfBoot() || before.body.isEmpty()) && this.status == before.status && this.status >= 400
				&& "application/problem+json".equals(this.headers.get("content-type"))
				&& this.body.startsWith("{\"type\"") && this.body.contains("\"status\":" + this.status)
				&& this.withoutFormat().equals(before.withoutFormat());
	}

	private Map<String, String> withoutFormat() {
		Map<String, String> others = new TreeMap<>(this.headers);
		others.remove("content-type");
		return others;
	}

	/** Whether a trace is sampled is left to chance, the order of methods to a hash. */
	private static String steady(String name, String value) {
		return switch (name) {
			case "traceresponse" -> "…";
			case "allow" -> Arrays.stream(value.split("\\s*,\\s*")).sorted().collect(Collectors.joining(", "));
			default -> steady(value);
		};
	}

	/** Ids, times, ports and figures are not compared. */
	private static String steady(String text) {
		String steady = text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "…")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d)", "…")
			.replaceAll("[0-9a-fA-F]{32}", "…")
			.replaceAll("[0-9a-f]{8}-\\d+", "…")
			.replaceAll("value=\"[A-Za-z0-9_-]{60,}\"", "value=…")
			.replaceAll("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [A-Za-z0-9 :]+(?:GMT|UTC|\\d{4})", "…")
			.replaceAll("(?:127\\.0\\.0\\.1|localhost):\\d+", "host");
		if (steady.startsWith("{\"version\"")) {
			return "the state of every feature";
		}
		return steady.startsWith("# HELP") ? "the metrics" : steady;
	}

}
