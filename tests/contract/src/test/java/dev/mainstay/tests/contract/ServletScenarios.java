package dev.mainstay.tests.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What only Spring MVC has: scenarios 29, 30, 36 and 42.
 */
interface ServletScenarios extends Scenarios {

	@Test
	default void aBodyOfAnyTypeIsNotSupported() {
		Scenarios.problem(wire().post("/orders", "*/*", ORDER), 415, "unsupported-media-type");
	}

	/** Spring Boot answers 500 there, so that anybody can make faults. */
	@Test
	default void thePageOfErrorsItselfIsNotFound() {
		Scenarios.problem(wire().get("/error"), 404, "not-found");
	}

	@Test
	default void aStatusThatWasSentKeepsItsMessageToItself() {
		Scenarios.problem(wire().get("/teapot"), 418, "client-error");
	}

	@Test
	default void anAnswerThatComesTooLateIsAskedForAgain() {
		WireAnswer answer = Scenarios.problem(wire().get("/late"), 503, "temporarily-overloaded");
		assertThat(answer.header("retry-after")).matches("\\d+");
	}

	@Test
	default void aHeaderCannotBeInjected() {
		WireAnswer answer = wire().get("/header?v=a%0d%0aSet-Cookie:evil=1");
		assertThat(answer.headers()).doesNotContainKey("set-cookie");
	}

	@Test
	default void aLargeFileIsRefused() {
		WireAnswer answer = wire().post("/upload", "multipart/form-data; boundary=b",
				part("a", 1_200_000) + "--b--\r\n");
		Scenarios.problem(answer, 413, "payload-too-large");
	}

	@Test
	default void manyPartsAreRefused() {
		WireAnswer answer = wire().post("/upload", "multipart/form-data; boundary=b",
				part("a", 1).repeat(60) + "--b--\r\n");
		assertThat(answer.status()).as(answer.toString()).isIn(400, 413);
		Scenarios.problem(answer, answer.status(), answer.json().path("code").asString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../" + Canary.TEXT, "/etc/" + Canary.TEXT, Canary.TEXT + ".jsp%00.png" })
	default void aNameOfAFileThatLeadsSomewhereIsRefused(String name) {
		WireAnswer answer = wire().post("/upload", "multipart/form-data; boundary=b", file(name, ""));
		Scenarios.problem(answer, 400, "validation-failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary\u0000.png", "canary\u0001.png" })
	default void aNameOfAFileThatHoldsAControlCharacterIsRefused(String name) {
		WireAnswer answer = wire().post("/upload", "multipart/form-data; boundary=b", file(name, ""));
		assertThat(answer.toString()).doesNotContain("canary");
		Scenarios.problem(answer, 400, answer.json().path("code").asString());
	}

	static String file(String name, String headers) {
		return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n" + headers
				+ "\r\nx\r\n--b--\r\n";
	}

	private static String part(String name, int size) {
		return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"x\"\r\n\r\n" + "x".repeat(size)
				+ "\r\n";
	}

}
