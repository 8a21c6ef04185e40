package dev.mainstay.observability.logging;

import java.util.Map;
import java.util.stream.Stream;

import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class StructuredArgumentMaskingTests {

	private static final String SECRET = "hunter2";

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	@ParameterizedTest
	@MethodSource("secretArguments")
	void theTextOfAStructuredArgumentInTheMessage(StructuredArgument argument) {
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("login {} of {}", argument, 17));
		assertThat(line.toString()).contains("[masked]").doesNotContain(SECRET, "horse");
		assertThat(line.path("message").asString()).startsWith("login ").endsWith(" of 17");
	}

	static Stream<StructuredArgument> secretArguments() {
		String secret = SECRET + " correct horse";
		return Stream.of(StructuredArguments.v("password", secret), StructuredArguments.kv("password", secret),
				StructuredArguments.kv("password", secret, "the {0} <{1}>"),
				StructuredArguments.raw("token", "\"" + secret + "\""),
				StructuredArguments.kv("login", Map.of("password", secret)),
				StructuredArguments.entries(Map.of("a", 1, "password", secret)),
				StructuredArguments.fields(new MaskedLineTests.Login("bob", secret)),
				StructuredArguments.array("password", secret, "horse"),
				StructuredArguments.v("secret", Map.of("any", secret)));
	}

	@Test
	void ofAStructuredArgumentOnlyWhatIsSecret() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.info("{} {} {}", StructuredArguments.v("user", "bob"),
						StructuredArguments.kv("token", 12), StructuredArguments.v("password", SECRET)));
		assertThat(line.path("message").asString()).isEqualTo("bob token=12 [masked]");
	}

}
