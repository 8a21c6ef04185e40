package dev.mainstay.test;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MainstayAssertionsTests {

	private static final String PROBLEM = """
			{"type":"urn:problem-type:mainstay:validation-failed","title":"Invalid","status":400,
			"code":"validation-failed","requestId":"r1","errors":[{"pointer":"#/items/0/quantity","code":"min"}]}""";

	private static final String LINE = """
			{"@timestamp":"2026-11-21T08:00:00.000Z","level":"ERROR","message":"failed","logger_name":"a.B",
			"thread_name":"main","request_id":"r1","log.schema":"1"}""";

	@Test
	void acceptsAProblemThatIsAsItShouldBe() {
		MainstayAssertions.assertThatProblem(PROBLEM)
			.hasCode("validation-failed")
			.hasStatus(400)
			.hasRequestId()
			.hasErrorAt("#/items/0/quantity")
			.doesNotLeak("hunter2");
	}

	@Test
	void rejectsAProblemThatIsNotNamingTheDifference() {
		ProblemAssert problem = MainstayAssertions.assertThatProblem(PROBLEM);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> problem.hasCode("not-found"))
			.withMessageContaining("not-found");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> problem.hasStatus(404));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> problem.hasErrorAt("#/name"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> problem.doesNotLeak("Invalid"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> MainstayAssertions.assertThatProblem("{}").hasRequestId());
	}

	@Test
	void acceptsALineThatIsAsItShouldBe() {
		MainstayAssertions.assertThatLogLine(LINE)
			.hasCoreFields()
			.hasLevel("ERROR")
			.hasRequestId("r1")
			.doesNotLeak("hunter2");
	}

	@Test
	void rejectsALineThatIsNot() {
		LogLineAssert line = MainstayAssertions.assertThatLogLine("{\"level\":\"INFO\"}");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(line::hasCoreFields);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> line.hasLevel("ERROR"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> line.hasRequestId("r1"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> line.doesNotLeak("INFO"));
	}

	@Test
	void rejectsALineOfAnotherSchema() {
		for (String line : new String[] { LINE.replace("\"1\"", "\"2\""), LINE.replace("\"1\"", "1"),
				LINE.replace(",\"log.schema\":\"1\"", "") }) {
			LogLineAssert assertion = MainstayAssertions.assertThatLogLine(line);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::hasCoreFields)
				.withMessageContaining("log.schema");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "hun\"ter\\2", "line1\nline2", "p\u00e4ss", "4711", "true", "tab\there" })
	void findsASecretAsItIsInEveryPlace(String secret) {
		String escaped = JsonMapper.shared().writeValueAsString("a " + secret + " b");
		for (String json : new String[] { "{\"a\":" + escaped + "}", "{" + escaped + ":1}",
				"{\"a\":[1,{\"b\":[" + escaped + "]}]}" }) {
			LogLineAssert line = MainstayAssertions.assertThatLogLine(json);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> line.doesNotLeak(secret));
			ProblemAssert problem = MainstayAssertions.assertThatProblem(json);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> problem.doesNotLeak("other", secret));
			line.doesNotLeak("other");
		}
	}

	@Test
	void findsANumber() {
		LogLineAssert line = MainstayAssertions.assertThatLogLine("{\"a\":{\"pin\":4711}}");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> line.doesNotLeak("4711"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not JSON", "[]", "\"text\"" })
	void showsWhatIsNoObject(String text) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> MainstayAssertions.assertThatLogLine(text))
			.withMessageEndingWith("but it was:\n" + text);
	}

}
