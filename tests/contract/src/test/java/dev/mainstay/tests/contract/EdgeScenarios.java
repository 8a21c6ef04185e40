package dev.mainstay.tests.contract;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server refuses before any filter: scenarios 24, 33, 34 and 36.
 */
interface EdgeScenarios extends Scenarios {

	/**
	 * What this server answers where we cannot answer in its place, by the names of the
	 * cases below.
	 */
	default Map<String, Integer> ofTheServer() {
		return Map.of();
	}

	/**
	 * What holds for the answers of this server beyond their status.
	 */
	default void answersAsItDoes(WireAnswer answer) {
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					target | GET [x HTTP/1.1~Host: localhost~Connection: close~~ | 400 malformed-request
					name-of-header | GET /orders/1 HTTP/1.1~Host: localhost~(bad: 1~Connection: close~~ | 400 malformed-request
					two-hosts | GET /orders/1 HTTP/1.1~Host: localhost~Host: other~Connection: close~~ | 400 malformed-request
					no-host | GET /orders/1 HTTP/1.1~Connection: close~~ | 400 malformed-request
					two-lengths | POST /orders HTTP/1.1~Host: localhost~Content-Length: 3~Content-Length: 4~Connection: close~~abcd | 400 malformed-request
					coding | POST /orders HTTP/1.1~Host: localhost~Transfer-Encoding: xchunked~Connection: close~~ | 501 not-implemented
					version | GET /orders/1 HTTP/9.9~Host: localhost~Connection: close~~ | 505 server-error
					garbage | \\26\\3\\1\\2~~ | 400 malformed-request
					slash | GET /orders%2f1 HTTP/1.1~Host: localhost~Connection: close~~ | 400 malformed-request
					nul | GET /orders/%00 HTTP/1.1~Host: localhost~Connection: close~~ | 400 malformed-request
					dots | GET /../../etc/passwd HTTP/1.1~Host: localhost~Connection: close~~ | 400 malformed-request
					backslash | GET /orders\\\\1 HTTP/1.1~Host: localhost~Connection: close~~ | 400 malformed-request
					star | PATCH * HTTP/1.1~Host: localhost~Connection: close~~ | 400 malformed-request
					method | FOO /orders/1 HTTP/1.1~Host: localhost~Connection: close~~ | 405 method-not-allowed
					case | get /orders/1 HTTP/1.1~Host: localhost~Connection: close~~ | 405 method-not-allowed
					trace | TRACE /orders/1 HTTP/1.1~Host: localhost~X-Secret: canary-4711~Connection: close~~ | 405 method-not-allowed
					""")
	default void whatIsNoGoodRequestIsAProblem(String name, String request, String standard) {
		WireAnswer answer = wire().send(request.replace("~", "\r\n").translateEscapes());
		refused(name, standard, answer);
	}

	@Test
	default void manyHeadersAreRefused() {
		StringBuilder request = new StringBuilder(Wire.head("GET", "/orders/1"));
		for (int i = 0; i < 200; i++) {
			request.append("X-H").append(i).append(": 1\r\n");
		}
		refused("headers", "400 malformed-request", wire().send(request.append("\r\n").toString()));
	}

	@Test
	default void aLargeHeaderIsRefused() {
		refused("header", "400 malformed-request", wire().get("/orders/1", "X-Large: " + "x".repeat(9_000)));
	}

	private void refused(String name, String standard, WireAnswer answer) {
		Integer status = ofTheServer().get(name);
		if (status != null) {
			assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
			answersAsItDoes(answer);
			return;
		}
		String[] expected = standard.split(" ");
		Scenarios.problem(answer, Integer.parseInt(expected[0]), expected[1]);
	}

}
