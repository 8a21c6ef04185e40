package dev.mainstay.tests.dayone;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.mainstay.tests.harness.Http;

/**
 * What a client gets, without what differs between any two calls.
 */
record Answer(int status, Map<String, String> headers, String body) {

	/** The transport's own, and the length of a body that is compared itself. */
	private static final Set<String> TRANSPORT = Set.of("date", "connection", "keep-alive", "transfer-encoding",
			"content-length");

	static List<Answer> all(Http http) {
		return Requests.ALL.stream().map((request) -> of(http, request)).toList();
	}

	private static Answer of(Http http, Requests.Request request) {
		HttpResponse<String> response = http.exchange(request.method(), request.path(), request.body(),
				request.headers());
		Map<String, String> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> {
			if (!TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
				headers.put(name, steady(name, String.join(", ", values)));
			}
		});
		return new Answer(response.statusCode(), headers, steady(response.body()));
	}

	/** Whether a trace is sampled is left to chance, the order of methods to a hash. */
	private static String steady(String name, String value) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "traceresponse" -> "…";
			case "allow" -> Arrays.stream(value.split("\\s*,\\s*")).sorted().collect(Collectors.joining(", "));
			default -> steady(value);
		};
	}

	/** Ids, times, ports and figures are not compared. */
	private static String steady(String text) {
		String steady = text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "…")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d)", "…")
			.replaceAll("[0-9a-f]{32}", "…")
			.replaceAll("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [A-Za-z0-9 :]+(?:GMT|UTC|\\d{4})", "…")
			.replaceAll("127\\.0\\.0\\.1:\\d+", "host");
		if (steady.startsWith("{\"version\"")) {
			return "the state of every feature";
		}
		return steady.startsWith("# HELP") ? "the metrics" : steady;
	}

}
