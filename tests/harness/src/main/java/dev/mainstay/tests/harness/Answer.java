package dev.mainstay.tests.harness;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client gets, without what differs between any two calls.
 *
 * @param status the status
 * @param headers the header fields, but for those of the transport, by name in lower case
 * @param body the body
 */
public record Answer(int status, Map<String, String> headers, String body) {

	private static final Pattern COMPLETION = Pattern
		.compile("(?:,\"code\":\"[a-z-]+\")?,\"requestId\":\"…\"(?:,\"traceId\":\"…\")?}");

	/** A problem has a type and a language of its own, and may say when to come again. */
	private static final Set<String> OF_FORMAT = Set.of("content-type", "content-language", "retry-after");

	/** The transport's own, and the length of a body that is compared itself. */
	private static final Set<String> TRANSPORT = Set.of("date", "connection", "keep-alive", "transfer-encoding",
			"content-length");

	/** A page has more header fields for its safety than nothing has. */
	private static final Set<String> OF_PAGES = Set.of("set-cookie", "content-security-policy",
			"cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy", "referrer-policy");

	/** What Spring Security says of itself on the reactive stack. */
	private static final Set<String> WORDLESS = Set.of("", "Access Denied");

	private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

	/**
	 * The steady part of a response.
	 * @param response the response
	 * @return the answer
	 */
	public static Answer of(HttpResponse<String> response) {
		Map<String, String> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!TRANSPORT.contains(lower) || (lower.equals("content-length") && isOfHead(response))) {
				headers.put(lower, steady(lower, String.join(", ", values)));
			}
		});
		return new Answer(response.statusCode(), headers, steady(response.body()));
	}

	/** It tells the length of a body that nobody sees. */
	private static boolean isOfHead(HttpResponse<String> response) {
		return response.request().method().equals("HEAD");
	}

	boolean hasAny(String... names) {
		return Arrays.stream(names).anyMatch(this.headers::containsKey);
	}

	/**
	 * Whether Spring Boot's own error handling has answered.
	 * @return whether the body is its JSON
	 */
	public boolean isErrorOfBoot() {
		return Pattern.compile("\\{\\s*\"timestamp\"\\s*:.*\"status\"\\s*:\\s*" + this.status + "\\b.*", Pattern.DOTALL)
			.matcher(this.body)
			.matches();
	}

	private boolean isErrorOfTomcat() {
		return this.body.contains("<title>HTTP Status " + this.status + " ");
	}

	/**
	 * Whether this says as a problem what Spring Boot's own error handling, or Tomcat's,
	 * has said before. An answer without a body is one that the application gave itself.
	 * @param before the answer without Mainstay
	 * @return whether nothing but the format is new
	 */
	public boolean isProblemInPlaceOf(Answer before) {
		return (before.isErrorOfBoot() || before.isErrorOfTomcat()) && this.status == before.status
				&& this.status >= 400 && "application/problem+json".equals(this.headers.get("content-type"))
				&& this.body.startsWith("{\"type\"") && this.body.contains("\"status\":" + this.status)
				&& this.withoutFormat().equals(before.withoutFormat());
	}

	/**
	 * Whether this says as a problem, or as its page, what was refused without a word
	 * before, and keeps no session of it.
	 * @param before the answer without Mainstay
	 * @return whether nothing but a body is new
	 */
	public boolean isProblemInPlaceOfNothing(Answer before) {
		return WORDLESS.contains(before.body) && this.status == before.status && REFUSALS.contains(this.status)
				&& (isProblem() || isPage()) && this.withoutSession().equals(before.withoutSession());
	}

	private boolean isProblem() {
		return this.body.startsWith("{\"type\"") && this.body.contains("\"status\":" + this.status);
	}

	private boolean isPage() {
		return this.body.startsWith("<!DOCTYPE html>") && this.body.contains("<title>" + this.status + " ");
	}

	/**
	 * Whether this is a problem detail of the application, with a code and ids.
	 * @param before the answer without Mainstay
	 * @return whether nothing but those members is new
	 */
	public boolean isCompletionOf(Answer before) {
		String own = before.body.replaceFirst("}$", "");
		return "application/problem+json".equals(before.headers.get("content-type")) && this.status == before.status
				&& this.headers.equals(before.headers) && this.body.startsWith(own)
				&& COMPLETION.matcher(this.body.substring(own.length())).matches();
	}

	boolean isAnnouncedInPlaceOf(Answer before) {
		return equals(before) || isProblemInPlaceOf(before) || isProblemInPlaceOfNothing(before)
				|| isCompletionOf(before);
	}

	private Map<String, String> withoutSession() {
		Map<String, String> others = withoutFormat();
		others.keySet().removeAll(OF_PAGES);
		return others;
	}

	private Map<String, String> withoutFormat() {
		Map<String, String> others = new TreeMap<>(this.headers);
		others.keySet().removeAll(OF_FORMAT);
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
