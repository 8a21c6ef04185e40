package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is logged, a line comes out, and the next one is clean.
 */
class MainstayLogFormatterTotalityTests {

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	/** Named, as the test framework would print them otherwise. */
	static Stream<Named<Object>> values() {
		Map<String, Object> cyclicMap = new HashMap<>();
		cyclicMap.put("self", cyclicMap);
		cyclicMap.put("again", cyclicMap);
		List<Object> cyclicList = new ArrayList<>();
		cyclicList.add(cyclicList);
		Object deep = "bottom";
		for (int i = 0; i < 1000; i++) {
			deep = Map.of("k", deep);
		}
		Map<Object, Object> oddKeys = new LinkedHashMap<>();
		oddKeys.put(null, 1);
		oddKeys.put(new Throwing(new IllegalStateException()), 2);
		Map<String, Object> values = new LinkedHashMap<>(
				Map.of("NaN", Double.NaN, "infinity", Float.NEGATIVE_INFINITY, "cyclic map", cyclicMap, "cyclic list",
						cyclicList, "deep", deep, "odd keys", oddKeys, "null text", new NullText(), "cycle",
						new Cycle(), "long", "x".repeat(5_000_000), "surrogates", "\ud83d alone \ude00"));
		for (Throwable failure : List.of(new IllegalStateException("no"), new StackOverflowError(),
				new AssertionError(), new OutOfMemoryError(), new LinkageError())) {
			values.put("throws " + failure, new Throwing(failure));
		}
		values.put("array", new Object[] { 1, new long[] { 2 } });
		return values.entrySet().stream().map((entry) -> Named.of(entry.getKey(), entry.getValue()));
	}

	@ParameterizedTest
	@MethodSource("values")
	void aKeyValuePair(Object value) {
		check((logger) -> logger.atError().setCause(new RuntimeException()).addKeyValue("k", value).log("text"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void aStructuredArgument(Object value) {
		check((logger) -> logger.info("text", StructuredArguments.v("k", value)));
	}

	@ParameterizedTest
	@MethodSource("values")
	void anArgumentOfTheMessage(Object value) {
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("text {}", value));
		assertThat(line.path("message").asString()).startsWith("text ");
		aCleanLineFollows();
	}

	@Test
	void aStructuredArgumentThatWritesHalfAnObject() {
		check((logger) -> logger.info("text", new HalfWritten()));
	}

	@Test
	void rawJsonThatIsNone() {
		check((logger) -> logger.info("text", StructuredArguments.raw("k", "{\"half\":")));
	}

	@Test
	void aMessageThatIsNull() {
		assertThat(LoggedLine.of(this.formatter, (logger) -> logger.info((String) null)).path("message").asString())
			.isEqualTo("null");
	}

	@Test
	void keysThatAreNullOrEmpty() {
		check((logger) -> {
			MDC.put("", "empty");
			logger.atInfo().addKeyValue(null, 1).addKeyValue("", 2).log("text");
			MDC.clear();
		});
	}

	@Test
	void causesThatGoRound() {
		Exception one = new Exception("one");
		Exception two = new Exception("two", one);
		one.initCause(two);
		check((logger) -> logger.info("text", one));
	}

	@Test
	void aThousandCauses() {
		Exception exception = new Exception("root");
		for (int i = 0; i < 1000; i++) {
			exception = new Exception("cause " + i, exception);
		}
		Exception outermost = exception;
		check((logger) -> logger.info("text", outermost));
	}

	@Test
	void anEventThatCannotBeReadHasItsCoreFieldsAllTheSame() {
		JsonNode line = LogSchema.parse(this.formatter.format(new UnreadableEvent()));
		assertThat(LogSchema.load().violations(line.toString())).isEmpty();
		assertThat(line.path("message").asString()).isEqualTo("password=[masked]");
		assertThat(line.path("tags")).isEqualTo(LogSchema.parse("[\"log-encode-failed\"]"));
		aCleanLineFollows();
	}

	private void check(Consumer<Logger> logging) {
		JsonNode line = LoggedLine.of(this.formatter, logging);
		assertThat(line.path("message").asString()).isEqualTo("text");
		assertThat(line.has("tags")).isFalse();
		aCleanLineFollows();
	}

	private void aCleanLineFollows() {
		JsonNode next = LoggedLine.of(this.formatter, (logger) -> logger.info("next"));
		assertThat(next.propertyNames()).containsExactly("@timestamp", "level", "message", "logger_name", "thread_name",
				"log.schema");
	}

	private record Throwing(Throwable failure) {

		@Override
		public String toString() {
			return Throwing.<RuntimeException>sneak(this.failure);
		}

		@SuppressWarnings("unchecked")
		private static <T extends Throwable> String sneak(Throwable failure) throws T {
			throw (T) failure;
		}

	}

	private static final class NullText {

		@Override
		public String toString() {
			return null;
		}

	}

	private static final class Cycle {

		public Cycle getSelf() {
			return this;
		}

		public String getBroken() {
			throw new IllegalStateException();
		}

	}

}
