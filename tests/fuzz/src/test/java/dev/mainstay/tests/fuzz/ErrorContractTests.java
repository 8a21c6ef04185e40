package dev.mainstay.tests.fuzz;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The oracle can fail, and fails for nothing else.
 */
class ErrorContractTests {

	private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private static final String LOG = "{\"message\":\"Rejected GET null: 404 not-found\",\"logger_name\":\"mainstay.failure\",\"request_id\":\"r-1\"}\n";

	private static final String BODY = "{\"type\":\"urn:problem-type:mainstay:not-found\",\"status\":404,\"code\":\"not-found\",\"requestId\":\"r-1\"}";

	@Test
	void whatKeepsTheContractPasses() {
		passes(GET, error(404, BODY), LOG);
		passes(GET, error(501, BODY), LOG);
		passes(GET, error(505, BODY), LOG);
		passes(GET, "HTTP/1.1 200 \r\n\r\n" + Canaries.OF_THE_CALLER, "");
		passes(GET, "", "");
		passes("HEAD / HTTP/1.1\r\n\r\n", error(404, ""), LOG);
		passes("OPTIONS *\r\n", BODY, LOG);
		passes("GET / HTTP/1.1\r\nAccept: text/html\r\n\r\n", page(404), LOG);
		passes(GET + GET, error(404, BODY) + error(404, BODY), LOG);
		passes(GET, error(404, BODY.replace("}", ",\"instance\":\"/" + Canaries.OF_THE_CALLER + "\"}")), LOG);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504, 507 })
	void aFaultFails(int status) {
		fails(GET, error(status, BODY), LOG, "a fault");
		fails(GET + GET, error(404, BODY) + error(status, BODY), LOG, "a fault");
		fails("GET /\r\n", BODY.replace("404", String.valueOf(status)), LOG, "a fault");
	}

	@Test
	void aPageFailsForWhoeverDidNotAskForOne() {
		fails(GET, page(404), LOG, "a page");
		fails("GET / HTTP/1.1\r\nContent-Type: text/html\r\n\r\n", page(404), LOG, "a page");
		fails("GET /\r\n", "<!doctype html><html></html>", LOG, "a page");
	}

	@Test
	void anErrorWithoutACodeFails() {
		fails(GET, error(404, BODY.replace("code", "cod")), LOG, "an error without a code");
		fails(GET, error(404, ""), LOG, "an error without a code");
		fails(GET, error(404, BODY).replace("problem+", ""), LOG, "an error without a code");
		fails("HEAD / HTTP/1.1\r\n\r\n", "HTTP/1.1 404 \r\n\r\n", LOG, "an error without a code");
		fails("OPTIONS * HTTP/1.1\r\n\r\n", "HTTP/1.1 400 \r\n\r\n", LOG, "an error without a code");
		fails("GET /\r\n", BODY.replace("code", "cod"), LOG, "an error without a code");
	}

	@Test
	void anErrorWithoutALineInTheLogFails() {
		fails(GET, error(404, BODY), "", "an error without a line in the log");
		fails(GET, error(404, BODY), LOG.replace("r-1", "r-2"), "an error without a line in the log");
		fails(GET, error(404, BODY.replace("requestId", "id")), LOG, "an error without a line in the log");
	}

	/** The body tells the request that was answered first. */
	@Test
	void aReplayedErrorHasTheLineOfTheRequestThatItIsReplayedTo() {
		String replayed = error(404, BODY.replace("r-1", "r-0")).replaceFirst("\r\n",
				"\r\nIdempotent-Replayed: true\r\nX-Request-Id: r-1\r\n");
		passes(GET, replayed, LOG);
		fails(GET, replayed, LOG.replace("r-1", "r-2"), "an error without a line in the log");
		fails(GET, replayed.replace("Idempotent-Replayed: true\r\n", ""), LOG, "an error without a line in the log");
	}

	@Test
	void aPageIsReplayedToWhoeverHasItsKey() {
		String replayed = page(406).replaceFirst("\r\n", "\r\nIdempotent-Replayed: true\r\n");
		passes(GET, replayed, LOG);
		fails(GET, replayed.replace("true", "false"), LOG, "a page");
		fails(GET, replayed + Canaries.OF_THE_CALLER, LOG, "a value of the caller");
	}

	@Test
	void aValueOfTheCallerFails() {
		fails(GET, error(404, BODY.replace("}", ",\"detail\":\"" + Canaries.OF_THE_CALLER + "\"}")), LOG,
				"a value of the caller");
		fails(GET, error(404, BODY).replace("\r\n\r\n", "\r\nX-Echo: " + Canaries.OF_THE_CALLER + "\r\n\r\n"), LOG,
				"a value of the caller");
		fails("GET / HTTP/1.1\r\nAccept: text/html\r\n\r\n", page(404) + Canaries.OF_THE_CALLER, LOG,
				"a value of the caller");
		fails(GET, "HTTP/1.1 200 \r\n\r\n", LOG.replace("null", Canaries.OF_THE_CALLER),
				"a value of the caller in the log");
	}

	@Test
	void aSecretOfTheServiceFails() {
		fails(GET, "HTTP/1.1 200 \r\n\r\n" + Canaries.OF_THE_SERVICE, "", "a secret of the service");
		fails(GET, "HTTP/1.1 200 \r\nX-Key: " + Canaries.OF_THE_SERVICE + "\r\n\r\n", "", "a secret of the service");
		fails(GET, "HTTP/1.1 200 \r\n\r\n", "{\"logger_name\":\"any\",\"message\":\"" + Canaries.OF_THE_SERVICE + "\"}",
				"a secret of the service in the log");
	}

	/** The fuzzer reads what the service compares with, and sends it. */
	@Test
	void whatTheCallerSentIsNoSecretOfTheService() {
		passes("GET / HTTP/1.1\r\nX-Key: " + Canaries.OF_THE_SERVICE + "\r\n\r\n",
				"HTTP/1.1 200 \r\n\r\n" + Canaries.OF_THE_SERVICE, "");
	}

	@Test
	void whatTheApplicationLogsOfItsCallersIsItsOwn() {
		passes(GET, "HTTP/1.1 200 \r\n\r\n",
				"{\"logger_name\":\"dev.mainstay.samples.orders.X\",\"message\":\"" + Canaries.OF_THE_CALLER + "\"}");
	}

	@Test
	void theRequestIsToldInLettersThatAnythingPrints() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ErrorContract.check(new Exchange("G\u0000T\t\\\r\n\u00e9", error(500, BODY), LOG)))
			.withMessageContaining("---- asked\nG\\u0000T\\t\\\\\\r\\n\n\\u00e9\n---- answered\nHTTP/1.1 500 \\r\\n\n");
	}

	private static void passes(String asked, String answered, String logged) {
		assertThatCode(() -> ErrorContract.check(new Exchange(asked, answered, logged))).doesNotThrowAnyException();
	}

	private static void fails(String asked, String answered, String logged, String what) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ErrorContract.check(new Exchange(asked, answered, logged)))
			.withMessageStartingWith("The answer has " + what + ".\n");
	}

	private static String error(int status, String body) {
		return "HTTP/1.1 " + status + " \r\nContent-Type: application/problem+json\r\n\r\n" + body;
	}

	private static String page(int status) {
		return "HTTP/1.1 " + status + " \r\nContent-Type: text/html;charset=UTF-8\r\n\r\n<html></html>";
	}

}
