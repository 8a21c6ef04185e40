package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Map;

import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One secret on every way into a line.
 */
class MaskedLineTests {

	private static final String SECRET = "hunter2";

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	@AfterEach
	void clearMdc() {
		MDC.clear();
	}

	@Test
	void theMessage() {
		check(LoggedLine.of(this.formatter, (logger) -> logger.info("login with password={}", SECRET)));
		check(LoggedLine.of(this.formatter, (logger) -> logger.info("GET /a?token=" + SECRET + "&b=1")));
	}

	@Test
	void theMdc() {
		MDC.put("api-key", SECRET);
		MDC.put("note", "secret: " + SECRET);
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("a"));
		check(line);
		assertThat(line.path("context").path("api-key").asString()).isEqualTo("[masked]");
	}

	@Test
	void keyValuePairsByNameAndByValue() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo()
					.addKeyValue("password", SECRET)
					.addKeyValue("secret", List.of(SECRET))
					.addKeyValue("nested", Map.of("a", Map.of("client_secret", SECRET, "b", 1)))
					.addKeyValue("record", new Login("bob", SECRET))
					.addKeyValue("json", "{\"password\":\"" + SECRET + "\"}")
					.log("a"));
		check(line);
		assertThat(line.path("attributes").path("nested").path("a").path("b").asInt()).isEqualTo(1);
		assertThat(line.path("attributes").path("record").asString()).contains("bob");
	}

	@Test
	void structuredArgumentsWithTheirFieldsAndTheirText() {
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("{} {}",
				StructuredArguments.kv("password", SECRET), StructuredArguments.kv("login", new Login("bob", SECRET))));
		check(line);
		assertThat(line.path("attributes").path("login").path("user").asString()).isEqualTo("bob");
	}

	@Test
	void tagsAndTheNameOfTheThread() {
		Thread.currentThread().setName("worker token=" + SECRET);
		try {
			JsonNode line = LoggedLine.of(this.formatter,
					(logger) -> logger.info(MarkerFactory.getMarker("password=" + SECRET), "a"));
			check(line);
			assertThat(line.path("thread_name").asString()).isEqualTo("worker token=[masked]");
			assertThat(line.path("tags").path(0).asString()).isEqualTo("password=[masked]");
		}
		finally {
			Thread.currentThread().setName("main");
		}
	}

	@Test
	void notTheIdsOfATraceThatLookLikeACard() {
		MDC.put("traceId", "00000000000000004111111111111111");
		MDC.put("spanId", "4111111111111111");
		MDC.put("requestId", "4111111111111111");
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("a"));
		assertThat(line.path("span_id").asString()).isEqualTo("4111111111111111");
		assertThat(line.path("trace_id").asString()).endsWith("4111111111111111");
		assertThat(line.path("request_id").asString()).isEqualTo("[masked]");
	}

	@Test
	void theStackTraceWithCausesAndSuppressed() {
		Exception cause = new IllegalStateException("password=" + SECRET);
		cause.addSuppressed(new IllegalStateException("{\"token\":\"" + SECRET + "\"}"));
		check(LoggedLine.of(this.formatter,
				(logger) -> logger.error("a", new RuntimeException("Authorization: Bearer " + SECRET, cause))));
	}

	@Test
	void aCardThatIsLoggedAsANumber() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo().addKeyValue("n", 4111111111111111L).addKeyValue("token", 12).log("a"));
		assertThat(line.path("attributes")).isEqualTo(LogSchema.parse("{\"n\":\"[masked]\",\"token\":12}"));
	}

	@Test
	void furtherKeysOfTheApplication() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.masking.keys", "iban,ssn");
		check(LoggedLine.of(new MainstayLogFormatter(environment), (logger) -> logger.info("ssn={}", SECRET)));
	}

	@Test
	void nothingWhereMaskingIsOff() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.masking.enabled", "false");
		JsonNode line = LoggedLine.of(new MainstayLogFormatter(environment),
				(logger) -> logger.atInfo().addKeyValue("password", SECRET).log("a"));
		assertThat(line.path("attributes").path("password").asString()).isEqualTo(SECRET);
	}

	private static void check(JsonNode line) {
		assertThat(line.toString()).contains("[masked]").doesNotContain(SECRET);
	}

	record Login(String user, String password) {

	}

}
