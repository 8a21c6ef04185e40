package dev.mainstay.observability.logging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class MainstayLogFormatterTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("spring.application.name", "orders");

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(this.environment);

	@AfterEach
	void clearMdc() {
		MDC.clear();
	}

	@Test
	void writesTheCoreFields() {
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("Order {} shipped", 17));
		assertThat(line.path("message").asString()).isEqualTo("Order 17 shipped");
		assertThat(line.path("level").asString()).isEqualTo("INFO");
		assertThat(line.path("logger_name").asString()).isEqualTo("a.b.C");
		assertThat(line.path("thread_name").asString()).isEqualTo(Thread.currentThread().getName());
		assertThat(line.path("service.name").asString()).isEqualTo("orders");
		assertThat(line.path("log.schema").asString()).isEqualTo("1");
		assertThat(line.propertyNames()).containsExactly("@timestamp", "level", "message", "logger_name", "thread_name",
				"service.name", "log.schema");
	}

	@Test
	void writesTheIdentityOfTheService() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.application.name", "orders")
			.withProperty("spring.application.version", "1.2.3")
			.withProperty("management.opentelemetry.resource-attributes[deployment.environment.name]", "prod");
		JsonNode line = LoggedLine.of(new MainstayLogFormatter(environment), (logger) -> logger.info("a"));
		assertThat(line.path("service.version").asString()).isEqualTo("1.2.3");
		assertThat(line.path("deployment.environment.name").asString()).isEqualTo("prod");
		assertThat(LoggedLine.of(new MainstayLogFormatter(new MockEnvironment()), (logger) -> logger.info("a"))
			.has("service.name")).isFalse();
	}

	@Test
	void writesTheIdsAndTheRestOfTheMdcApart() {
		MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		MDC.put("spanId", "00f067aa0ba902b7");
		MDC.put("requestId", "abc");
		MDC.put("tenant", "t1");
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("a"));
		assertThat(line.path("trace_id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(line.path("span_id").asString()).isEqualTo("00f067aa0ba902b7");
		assertThat(line.path("request_id").asString()).isEqualTo("abc");
		assertThat(line.path("context")).isEqualTo(LogSchema.parse("{\"tenant\":\"t1\"}"));
	}

	@Test
	void keepsTheCoreFieldsWhateverTheKeysOfTheApplicationAre() {
		for (String key : List.of("message", "level", "@timestamp", "log.schema", "user", "user.id")) {
			MDC.put(key, "mdc");
		}
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atWarn()
					.addKeyValue("message", 1)
					.addKeyValue("user", "first")
					.addKeyValue("user", "last")
					.addKeyValue("user.id", 2)
					.log("text"));
		assertThat(line.path("message").asString()).isEqualTo("text");
		assertThat(line.path("level").asString()).isEqualTo("WARN");
		assertThat(line.path("context").path("message").asString()).isEqualTo("mdc");
		assertThat(line.path("attributes"))
			.isEqualTo(LogSchema.parse("{\"message\":1,\"user\":\"first\",\"user_2\":\"last\",\"user.id\":2}"));
	}

	@Test
	void writesStructuredArgumentsAndMarkersAsAttributes() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.info(Markers.append("m", 1).and(MarkerFactory.getMarker("AUDIT")), "{} {}",
						StructuredArguments.kv("order", Map.of("id", 7)), StructuredArguments.v("p", new Point(1, 2))));
		assertThat(line.path("attributes"))
			.isEqualTo(LogSchema.parse("{\"order\":{\"id\":7},\"p\":{\"x\":1,\"y\":2},\"m\":1}"));
		assertThat(line.path("tags")).isEqualTo(LogSchema.parse("[\"AUDIT\"]"));
	}

	@Test
	void writesNestedValues() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo()
					.addKeyValue("map", Map.of("a", List.of(1, "x", true)))
					.addKeyValue("array", new int[] { 1, 2 })
					.addKeyValue("bytes", new byte[3])
					.addKeyValue("nothing", (Object) null)
					.addKeyValue("some", Arrays.asList(1, null))
					.log("a"));
		assertThat(line.path("attributes")).isEqualTo(LogSchema.parse(
				"{\"map\":{\"a\":[\"1\",\"x\",\"true\"]},\"array\":[1,2],\"bytes\":\"[3 bytes]\",\"some\":[\"1\",\"null\"]}"));
	}

	@Test
	void writesTheStackTraceWithItsRootCauseFirst() {
		Exception cause = new IllegalStateException("the cause");
		cause.addSuppressed(new IllegalArgumentException("suppressed"));
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.error("failed", new RuntimeException("outer", cause)));
		assertThat(line.path("stack_trace").asString()).startsWith("java.lang.IllegalStateException: the cause\n")
			.contains("suppressed", "java.lang.RuntimeException: outer", "MainstayLogFormatterTests");
		assertThat(line.path("stack_hash").asString()).hasSize(16);
	}

	@Test
	void escapesWhatSomeTakeForTheEndOfALine() {
		String text = "a\r\nb\u0085c\u2028d\u2029e\u001b[0m\u0000";
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info(text));
		assertThat(line.path("message").asString()).isEqualTo(text);
	}

	@Test
	void losesNoCharacterInACharsetThatDoesNotHaveIt() {
		byte[] bytes = this.formatter.formatAsBytes(LoggedLine.event((logger) -> logger.info("größer 😀")),
				StandardCharsets.US_ASCII);
		String line = new String(bytes, StandardCharsets.US_ASCII);
		assertThat(LogSchema.parse(line).path("message").asString()).isEqualTo("größer 😀");
	}

	@Test
	void givesTheSameLineAsText() {
		String line = this.formatter.format(LoggedLine.event((logger) -> logger.info("größer")));
		assertThat(LogSchema.parse(line).path("message").asString()).isEqualTo("größer");
	}

	@Test
	void leavesOutTheMarkerOfTheCommonsLoggingBridge() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.info(MarkerFactory.getMarker("COMMONS-LOGGING"), "a"));
		assertThat(line.has("tags")).isFalse();
	}

	record Point(int x, int y) {

	}

}
