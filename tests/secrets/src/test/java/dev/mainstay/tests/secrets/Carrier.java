package dev.mainstay.tests.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.mainstay.observability.masking.Sensitive;
import dev.mainstay.tests.harness.PlantedSecret;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.slf4j.Logger;
import org.slf4j.MDC;

/**
 * The ways by which a secret gets into a line.
 */
enum Carrier {

	MESSAGE((logger, name, text) -> logger.info("{} got {}", name, text)),

	MDC_ENTRY((logger, name, text) -> {
		try (MDC.MDCCloseable entry = MDC.putCloseable("note", text)) {
			logger.info(name);
		}
	}),

	KEY_VALUE((logger, name, text) -> logger.atInfo().addKeyValue("note", text).log(name)),

	STRUCTURED_ARGUMENT((logger, name, text) -> logger.info("{} {}", name, StructuredArguments.kv("note", text))),

	MARKER((logger, name, text) -> logger.info(Markers.append("note", text), name)),

	EXCEPTION((logger, name, text) -> logger.error(name, new IllegalStateException(text))),

	CAUSE((logger, name, text) -> logger.error(name, new RuntimeException("a", new IllegalStateException(text)))),

	SUPPRESSED((logger, name, text) -> {
		RuntimeException failure = new RuntimeException("a");
		failure.addSuppressed(new IllegalStateException(text));
		logger.error(name, failure);
	}),

	NESTED_MAP((logger, name,
			text) -> logger.atInfo().addKeyValue("data", Map.of("a", List.of(Map.of("b", text)))).log(name)),

	OBJECT((logger, name, text) -> logger.info("{} {} {}", name, new Note(1, text),
			StructuredArguments.kv("data", new Note(2, text)))),

	ANNOTATED_FIELD((logger, name, text) -> logger.atInfo()
		.addKeyValue("data", List.of(new Letter(1, text)))
		.log("{} {} {}", name, new Letter(2, text), StructuredArguments.kv("more", new Letter(3, text)))),

	JSON_IN_A_TEXT((logger, name, text) -> logger.info("{} {\"body\":\"{}\"}", name,
			text.replace("\"", "\\\"").replace("\n", "\\n"))),

	URL_QUERY((logger, name, text) -> logger.info("{} GET /a?b={}&c=1", name, text)),

	URL_ENCODED((logger, name, text) -> logger.info("{} GET /a?b={}&c=1", name,
			URLEncoder.encode(text, StandardCharsets.UTF_8))),

	HEADERS((logger, name, text) -> logger.info("{} {}", name, Map.of("X-Note", List.of(text))));

	private final Way way;

	Carrier(Way way) {
		this.way = way;
	}

	/** In a line that can be found by the names of both. */
	void log(Logger logger, PlantedSecret secret) {
		this.way.log(logger, name(secret), secret.text());
	}

	String name(PlantedSecret secret) {
		return "<" + this + " " + secret + ">";
	}

	/**
	 * The pattern of Spring Boot for text has neither MDC nor key-value pairs nor
	 * markers.
	 */
	boolean isSeenInText() {
		return this != MDC_ENTRY && this != KEY_VALUE && this != MARKER && this != NESTED_MAP;
	}

	@FunctionalInterface
	private interface Way {

		void log(Logger logger, String name, String text);

	}

	record Note(int id, String content) {

	}

	record Letter(int id, @Sensitive String content) {

	}

}
