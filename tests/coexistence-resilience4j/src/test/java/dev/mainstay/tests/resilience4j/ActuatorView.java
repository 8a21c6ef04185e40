package dev.mainstay.tests.resilience4j;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Http;

/**
 * What Actuator tells of Resilience4j, without what two runs of an application never have
 * in common.
 */
record ActuatorView(Http http) {

	private static final Pattern TAG = Pattern.compile("\"tag\":\"(\\w+)\",\"values\":\\[([^\\]]*)\\]");

	private static final Pattern MEASUREMENTS = Pattern.compile("\"measurements\":\\[.*?\\](?=[,}])");

	List<String> lines() {
		List<String> lines = new ArrayList<>(meters());
		Stream
			.of("circuitbreakers", "circuitbreakerevents", "retries", "retryevents", "bulkheads", "bulkheadevents",
					"ratelimiters", "ratelimiterevents", "timelimiters", "health/circuitBreakers")
			.flatMap((id) -> Stream.of(json(id).split("(?<=\\}),")))
			.forEach(lines::add);
		return lines;
	}

	private List<String> meters() {
		return Stream.of(json("metrics").split("\""))
			.filter((name) -> name.startsWith("resilience4j."))
			.sorted()
			.flatMap(this::meter)
			.toList();
	}

	/** As a whole, and for each value of each tag. */
	private Stream<String> meter(String name) {
		String whole = json("metrics/" + name);
		TreeSet<String> tags = new TreeSet<>();
		for (MatchResult tag : TAG.matcher(whole).results().toList()) {
			for (String value : tag.group(2).split(",")) {
				tags.add("?tag=" + tag.group(1) + ":" + value.replace("\"", ""));
			}
		}
		tags.add("");
		return tags.stream().map((tag) -> name + tag + " " + measurements(json("metrics/" + name + tag)));
	}

	private static String measurements(String meter) {
		return MEASUREMENTS.matcher(meter).results().map(MatchResult::group).findFirst().orElse("none");
	}

	private String json(String id) {
		return this.http.get("/actuator/" + id)
			.body()
			.replaceAll("\"creationTime\":\"[^\"]*\"", "\"creationTime\":\"\"")
			.replaceAll("\"durationInMs\":\\d+", "\"durationInMs\":0")
			.replaceAll("\\{\"statistic\":\"(TOTAL_TIME|MAX)\",\"value\":[^}]*\\}", "{}");
	}

}
