package dev.mainstay.tests.external;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A panel of a dashboard and how it shows what it is answered.
 *
 * @param json the panel
 */
record ShownPanel(JsonNode json) {

	private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

	static final Duration STEP = Duration.ofSeconds(15);

	String title() {
		return this.json.path("title").asString();
	}

	/** Asks what it asks, and reads what it shows. */
	List<Reading> read(Prometheus prometheus, Instant from, Instant to) {
		JsonNode target = this.json.path("targets").path(0);
		String expression = target.path("expr").asString();
		JsonNode answer = target.path("instant").asBoolean() ? prometheus.now(expression)
				: prometheus.overTime(expression, from, to, STEP);
		return answer.valueStream()
			.flatMap((series) -> readings(series, name(target.path("legendFormat").asString(), series)))
			.toList();
	}

	private Stream<Reading> readings(JsonNode series, String name) {
		Stream<JsonNode> points = series.has("value") ? Stream.of(series.path("value"))
				: series.path("values").valueStream();
		return points.map((point) -> {
			double value = Double.parseDouble(point.path(1).asString());
			Instant time = Instant.ofEpochSecond(Math.round(point.path(0).asDouble()));
			return new Reading(title(), name, time, value, colour(value), text(value));
		});
	}

	private static String name(String legend, JsonNode series) {
		return LABEL.matcher(legend)
			.replaceAll((match) -> Matcher
				.quoteReplacement(series.path("metric").path(match.group(1)).asString("").replace(',', ';')));
	}

	private String colour(double value) {
		String colour = "green";
		for (JsonNode step : defaults().path("thresholds").path("steps")) {
			if (step.path("value").isNull() || value >= step.path("value").asDouble()) {
				colour = step.path("color").asString();
			}
		}
		return colour;
	}

	private String text(double value) {
		JsonNode word = defaults().path("mappings").path(0).path("options").path(String.valueOf(Math.round(value)));
		if (!word.isMissingNode()) {
			return word.path("text").asString();
		}
		boolean isPercent = defaults().path("unit").asString("").equals("percentunit");
		String format = "%." + defaults().path("decimals").asInt(0) + "f" + (isPercent ? " %%" : "");
		return String.format(Locale.ROOT, format, isPercent ? 100 * value : value);
	}

	private JsonNode defaults() {
		return this.json.path("fieldConfig").path("defaults");
	}

}
