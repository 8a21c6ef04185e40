package dev.mainstay.tests.harness;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Here, because the schema has to be on the class path.
 */
class LogSchemaCheckTests {

	private static final String REST = "\"@timestamp\":\"2026-11-26T14:00:00.000Z\",\"level\":\"INFO\","
			+ "\"message\":\"a\",\"logger_name\":\"b\",\"thread_name\":\"main\",\"log.schema\":\"1\"";

	@Test
	void theValidatorIsNotOnTheClassPathOfTheApplications() {
		assertThatExceptionOfType(ClassNotFoundException.class)
			.isThrownBy(() -> Class.forName("com.networknt.schema.Schema"));
	}

	@Test
	void whatIsOfTheSchemaOrOfNoSchemaPasses() {
		LogSchemaCheck.check(List.of("{" + REST + "}", "{" + REST + ",\"attributes\":{\"id\":1}}",
				"{" + REST + ",\"truncated\":true,\"attributes\":{\"id\":2.5}}", "text", "{\"other\":1}",
				"{\"@timestamp\":\"x\",\"@version\":\"1\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"more\":1", "\"trace_id\":\"\"", "\"attributes\":{\"a\":null}", "\"context\":{\"a\":1}",
			"\"level\":\"INFO\"", "\"truncated\":false", "\"half\":" })
	void whatIsNotOfTheSchemaFails(String member) {
		String line = "{" + REST + "," + member + "}";
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> LogSchemaCheck.check(List.of(line)))
			.withMessageContaining(line);
	}

	@Test
	void aTypeThatFlipsFails() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> LogSchemaCheck.check(List.of("{" + REST + ",\"attributes\":{\"id\":1}}",
					"{" + REST + ",\"attributes\":{\"id\":\"x\"}}")))
			.withMessageContaining("id was NUMBER and is STRING");
	}

}
