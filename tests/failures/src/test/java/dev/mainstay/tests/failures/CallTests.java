package dev.mainstay.tests.failures;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers are told when a service that this one calls does not do its part.
 */
@SpringBootTest(classes = FailuresApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class CallTests {

	private static final List<String> CLIENTS = List.of("jdk", "simple", "reactive", "blocking", "later");

	private static HttpServer upstream;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void startUpstream() throws IOException {
		upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		upstream.createContext("/", CallTests::answer);
		upstream.start();
	}

	@AfterAll
	static void stopUpstream() {
		upstream.stop(0);
	}

	/** The path says status and Retry-After; without a status there is no answer. */
	private static void answer(HttpExchange exchange) throws IOException {
		String[] asked = exchange.getRequestURI().getPath().substring(1).split("_", 2);
		if (asked[0].equals("silence")) {
			return;
		}
		if (asked[0].equals("hang-up")) {
			exchange.close();
			return;
		}
		if (asked.length > 1) {
			exchange.getResponseHeaders().set("Retry-After", asked[1]);
		}
		byte[] body = "{\"canary\":".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(Integer.parseInt(asked[0]), body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	static Stream<String> clients() {
		return CLIENTS.stream();
	}

	@ParameterizedTest
	@ValueSource(strings = { "400", "401", "404", "409", "418", "500", "502", "504", "599" })
	void anAnswerThatIsAnErrorIsAFailedDependencyWithEachClient(String status) {
		clients().forEach((client) -> expect(call(client, status), 502, "dependency-failed", null));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "503, none", "503_7, 7", "429_3600, 3600", "429_3601, none",
			"503_-1, none", "503_soon, none", "429_1e3, none", "503_Thu%2C 01 Jan 1970 00:00:00 GMT, none" })
	void anAnswerThatAsksToWaitIsADependencyThatIsNotAvailable(String asked, String retryAfter) {
		String path = asked.replace(" ", "%20");
		clients().forEach((client) -> expect(call(client, path), 503, "dependency-unavailable", retryAfter));
	}

	@Test
	void anAnswerThatDoesNotComeIsOutOfTimeWithEachClient() {
		Stream.of("jdk", "simple", "reactive", "plain", "later")
			.forEach((client) -> expect(call(client, "silence"), 504, "deadline-exceeded", null));
	}

	@Test
	void aConnectionThatBreaksIsAFailedDependency() {
		Stream.of("jdk", "simple", "reactive", "blocking", "later")
			.forEach((client) -> expect(call(client, "hang-up"), 502, "dependency-failed", null));
	}

	@Test
	void anAnswerThatMakesNoSenseIsAFailedDependency() {
		Stream.of("jdk", "simple", "later")
			.forEach((client) -> expect(call(client, "200"), 502, "dependency-failed", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:1/canary", "http://canary.invalid/" })
	void aServiceThatIsNotThereIsADependencyThatIsNotAvailable(String url) {
		Stream.of("jdk", "simple", "reactive", "blocking", "plain", "later")
			.forEach((client) -> expect(get("/call/" + client + "?url=" + url), 503, "dependency-unavailable", null));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "/broken, 503, dependency-unavailable, none", "/full, 503, temporarily-overloaded, 1",
					"/limited, 503, temporarily-overloaded, 1", "/rejected, 503, temporarily-overloaded, 1",
					"/task-rejected, 503, temporarily-overloaded, 1", "/late, 504, deadline-exceeded, none",
					"/late-wrapped, 504, deadline-exceeded, none", "/unanswered, 503, temporarily-overloaded, 1",
					"/argument, 500, internal-error, none" })
	void workForWhichThereIsNoRoomOrTimeMayComeAgain(String path, int status, String code, String retryAfter) {
		expect(get(path), status, code, retryAfter);
	}

	private HttpResponse<String> call(String client, String path) {
		return get("/call/" + client + "?url=http://127.0.0.1:" + upstream.getAddress().getPort() + "/"
				+ path.replace("%", "%25"));
	}

	private HttpResponse<String> get(String path) {
		return new Http(this.port).get(path);
	}

	private static void expect(HttpResponse<String> answer, int status, String code, String retryAfter) {
		assertThat(answer.body()).contains("\"code\":\"" + code + "\"")
			.doesNotContainIgnoringCase("canary", "127.0.0.1", "Exception", "refused", "timed out");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
	}

}
