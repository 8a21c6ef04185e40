package dev.mainstay.observability.logging;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is logged, a line is no longer than it may be, and says what it lacks.
 */
class LineBoundTests {

	private static final int MANY = 1_000_000;

	private static final int DEFAULT = 64 * 1024;

	private final long truncated = LineCounters.truncatedLines();

	private final long failures = LineCounters.failures();

	@AfterEach
	void clearMdc() {
		MDC.clear();
	}

	static Stream<Named<Consumer<Logger>>> events() {
		Map<String, Consumer<Logger>> events = new LinkedHashMap<>();
		for (String unit : List.of("x", "\u0000", "\"", "\u20ac", "\ud83d\ude00", "\ud83d", "\u2028", "a b=c ")) {
			String text = unit.repeat(MANY / unit.length());
			events.put("message of " + (int) unit.charAt(0), (logger) -> logger.info(text));
			events.put("pair of " + (int) unit.charAt(0), (logger) -> logger.atInfo().addKeyValue("k", text).log("a"));
		}
		addParts(events, "y".repeat(MANY));
		addStructures(events);
		return events.entrySet().stream().map((event) -> Named.of(event.getKey(), event.getValue()));
	}

	private static void addParts(Map<String, Consumer<Logger>> events, String text) {
		events.put("name", (logger) -> logger.atInfo().addKeyValue(text, 1).log("a"));
		events.put("mdc", (logger) -> {
			MDC.put("k", text);
			MDC.put(text, "v");
			logger.info("a");
		});
		events.put("ids", (logger) -> {
			List.of("traceId", "spanId", "requestId").forEach((id) -> MDC.put(id, text));
			logger.info("a");
		});
		events.put("exception", (logger) -> logger.error("a", new IllegalStateException(text)));
		events.put("causes", (logger) -> logger.error("a", chain(text.substring(0, 100_000), 40)));
		events.put("argument", (logger) -> logger.info("{}", StructuredArguments.kv("k", text)));
	}

	private static void addStructures(Map<String, Consumer<Logger>> events) {
		events.put("many in the mdc", (logger) -> {
			for (int i = 0; i < 5000; i++) {
				MDC.put("key" + i, "value" + i);
			}
			logger.info("a");
		});
		events.put("list",
				(logger) -> logger.atInfo().addKeyValue("k", Collections.nCopies(900, "z".repeat(999))).log("a"));
		events.put("numbers",
				(logger) -> logger.atInfo()
					.addKeyValue("k", Collections.nCopies(900, BigInteger.TEN.pow(3000)))
					.log("a"));
		events.put("names", (logger) -> {
			Map<String, Object> map = new LinkedHashMap<>();
			for (int i = 0; i < 900; i++) {
				map.put("n".repeat(200) + i, i);
				map.put("m".repeat(100) + i, i);
			}
			logger.atInfo().addKeyValue("k", map).log("a");
		});
		events.put("tags", (logger) -> {
			Marker marker = MarkerFactory.getDetachedMarker("w".repeat(100_000));
			marker.add(MarkerFactory.getDetachedMarker("v".repeat(100_000)));
			logger.info(marker, "a");
		});
	}

	@ParameterizedTest
	@MethodSource("events")
	void aLineFitsAndSaysThatItIsTruncated(Consumer<Logger> logging) {
		check(new MainstayLogFormatter(new MockEnvironment()), DEFAULT, logging);
	}

	@ParameterizedTest
	@MethodSource("events")
	void aShortLineFitsToo(Consumer<Logger> logging) {
		check(formatter("4KB"), 4096, logging);
	}

	private void check(MainstayLogFormatter formatter, int bytes, Consumer<Logger> logging) {
		JsonNode line = LoggedLine.of(formatter, logging);
		assertThat(bytes(formatter, logging)).isLessThanOrEqualTo(bytes);
		assertThat(line.path("truncated").asBoolean()).isTrue();
		assertThat(line.path("tags").toString()).doesNotContain(MinimalLine.TAG);
		assertThat(line.path("level").asString()).isIn("INFO", "ERROR");
		assertThat(line.path("logger_name").asString()).isEqualTo("a.b.C");
		assertThat(LineCounters.truncatedLines() - this.truncated).isEqualTo(2);
		assertThat(LineCounters.failures()).isEqualTo(this.failures);
		MDC.clear();
		JsonNode next = LoggedLine.of(formatter, (logger) -> logger.info("next"));
		assertThat(next.propertyNames()).containsExactly("@timestamp", "level", "message", "logger_name", "thread_name",
				"log.schema");
	}

	@Test
	void everythingAtOnceLeavesRoomForEveryPart() {
		String text = "x".repeat(MANY);
		List.of("traceId", "spanId", "requestId", "tenant").forEach((key) -> MDC.put(key, "id" + text));
		for (MainstayLogFormatter formatter : List.of(formatter("4KB"), formatter("64KB"), formatter("1MB"))) {
			JsonNode line = LoggedLine.of(formatter,
					(logger) -> logger.atError()
						.setCause(new IllegalStateException(text, new RuntimeException(text)))
						.addMarker(MarkerFactory.getMarker("AUDIT"))
						.addKeyValue("a", 1)
						.addKeyValue("b", text)
						.log(text));
			assertThat(line.propertyNames()).containsExactly("@timestamp", "level", "message", "logger_name",
					"thread_name", "trace_id", "span_id", "request_id", "context", "stack_trace", "stack_hash", "tags",
					"attributes", "truncated", "log.schema");
			assertThat(line.path("message").asString()).endsWith("x... [1000000 characters]");
			assertThat(line.path("attributes").path("a").asInt()).isEqualTo(1);
			assertThat(line.path("attributes").path("b").asString()).endsWith("x... [1000000 characters]");
			assertThat(line.path("stack_trace").asString()).contains("\tat dev.mainstay");
		}
	}

	@Test
	void aLineThatFitsIsWhole() {
		String text = "x".repeat(60_000);
		JsonNode line = LoggedLine.of(formatter("64KB"), (logger) -> logger.info(text));
		assertThat(line.path("message").asString()).isEqualTo(text);
		assertThat(line.has("truncated")).isFalse();
		assertThat(LineCounters.truncatedLines()).isEqualTo(this.truncated);
	}

	@Test
	void halfASecretIsNotLeftOver() {
		String secret = "4111 1111 1111" + " 1111";
		for (int i = 0; i < 40; i++) {
			String text = "x".repeat(1000 - i) + " " + secret + " " + "y".repeat(5000);
			assertThat(LoggedLine.of(formatter("4KB"), (logger) -> logger.error(text, new Exception(text))).toString())
				.doesNotContain("4111");
		}
	}

	@Test
	void whatIsNestedTooDeepOrTooMuchIsTruncated() {
		Object deep = "bottom";
		for (int i = 0; i < 1000; i++) {
			deep = Map.of("k", deep);
		}
		int[] many = new int[5000];
		for (Object value : new Object[] { deep, many, Arrays.asList(many, 1),
				new ArrayList<>(Collections.nCopies(1001, 1)) }) {
			JsonNode line = LoggedLine.of(formatter("64KB"),
					(logger) -> logger.atInfo().addKeyValue("v", value).log("a"));
			assertThat(line.path("truncated").asBoolean()).isTrue();
		}
		assertThat(LineCounters.truncatedLines() - this.truncated).isEqualTo(4);
		JsonNode line = LoggedLine.of(formatter("64KB"),
				(logger) -> logger.atInfo().addKeyValue("v", Collections.nCopies(1000, 1)).log("a"));
		assertThat(line.path("attributes").path("v")).hasSize(1000);
		assertThat(line.has("truncated")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1KB", "1GB", "-1", "much" })
	void aSizeThatMakesNoSenseIsTheDefault(String size) {
		assertThat(bytes(formatter(size), (logger) -> logger.info("x".repeat(60_000)))).isGreaterThan(60_000);
		assertThat(bytes(formatter(size), (logger) -> logger.info("x".repeat(70_000)))).isLessThan(20_000);
	}

	private static int bytes(MainstayLogFormatter formatter, Consumer<Logger> logging) {
		return formatter.formatAsBytes(LoggedLine.event(logging), StandardCharsets.UTF_8).length;
	}

	private static Exception chain(String message, int length) {
		Exception exception = new Exception(message);
		for (int i = 1; i < length; i++) {
			exception = new Exception(message, exception);
		}
		return exception;
	}

	private static MainstayLogFormatter formatter(String size) {
		return new MainstayLogFormatter(new MockEnvironment().withProperty("mainstay.logging.max-line-size", size));
	}

}
