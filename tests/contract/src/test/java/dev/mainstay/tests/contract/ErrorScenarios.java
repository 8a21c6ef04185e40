package dev.mainstay.tests.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Failures of every kind and from every place: scenarios 22 to 31.
 */
interface ErrorScenarios extends Scenarios {

	@Test
	default void anAnswerThatNobodyAcceptsIsAProblemNevertheless() {
		Scenarios.problem(wire().get("/orders/1", "Accept: application/xml"), 406, "not-acceptable");
	}

	@Test
	default void anotherMethodIsNotAllowed() {
		WireAnswer answer = wire().send(Wire.head("DELETE", "/orders/1") + "\r\n");
		Scenarios.problem(answer, 405, "method-not-allowed");
		assertThat(answer.header("allow")).contains("GET");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json" })
	default void anUnknownPathIsNotFound(String accept) {
		WireAnswer answer = Scenarios.problem(wire().get("/nowhere", "Accept: " + accept), 404, "not-found");
		assertThat(answer.body()).doesNotContainIgnoringCase("static resource");
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere,404", "/boom,500" })
	default void aBrowserGetsASmallPage(String target, int status) {
		WireAnswer answer = wire().get(target, "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("content-type")).startsWithIgnoringCase("text/html");
		assertThat(answer.body()).contains(answer.header("x-request-id"))
			.doesNotContain(Canary.TEXT, "Whitelabel", "Exception");
	}

	@ParameterizedTest
	@CsvSource({ "abc", "99999999999999999999" })
	default void aVariableOfThePathHasAPlace(String id) {
		WireAnswer answer = Scenarios.problem(wire().get("/orders/" + id), 400, "malformed-request");
		assertThat(answer.errors()).isEqualTo("path:id=type-mismatch");
		assertThat(answer.json().path("detail").asString() + answer.json().path("errors")).doesNotContain(id);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/search | X-Tenant: 1 | parameter:size=required
			/search?size=x | X-Tenant: 1 | parameter:size=type-mismatch
			/search?size=1 | X-Other: 1 | header:X-Tenant=required
			/search?size=1 | X-Tenant: x | header:X-Tenant=type-mismatch
			/search?size=1&size=2 | X-Tenant: 1 | parameter:size=duplicate-parameter
			""")
	default void aParameterOrHeaderHasAPlace(String target, String header, String errors) {
		WireAnswer answer = Scenarios.problem(wire().get(target, header), 400, "malformed-request");
		assertThat(answer.errors()).isEqualTo(errors);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/boom", "/boom?trace=true&message=true&errors=true", "/boom-in-handler", "/async",
			"/filtered" })
	default void aFailureTellsNothing(String target) {
		Scenarios.problem(wire().get(target), 500, "internal-error");
		Scenarios.problem(wire().get(target, "Accept: application/xml"), 500, "internal-error");
	}

	@Test
	default void aConflictIsNoFault() {
		wire().json("/people", "{\"name\":\"Grace\"}");
		WireAnswer answer = Scenarios.problem(wire().json("/people", "{\"name\":\"Grace\"}"), 409, "conflict");
		assertThat(answer.body()).doesNotContainIgnoringCase("person").doesNotContainIgnoringCase("unique");
	}

	@Test
	default void aTextThatIsTooLongForItsColumnIsTheCallersFault() {
		Scenarios.problem(wire().json("/people", "{\"name\":\"" + "x".repeat(21) + "\"}"), 400, "malformed-request");
	}

}
