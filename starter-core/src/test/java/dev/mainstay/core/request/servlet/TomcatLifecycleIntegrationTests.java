package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.RawClient;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = EndingsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TomcatLifecycleIntegrationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private Ledger ledger;

	@BeforeEach
	void clear() {
		this.ledger.clear();
	}

	@ParameterizedTest
	@CsvSource({ "/ok/1, 200, COMPLETED, /ok/{id}", "/functional/7, 200, COMPLETED, /functional/{id}",
			"/throws/1, 500, FAILED, /throws/{id}", "/own-io, 500, FAILED, /own-io", "/filter-before, 500, FAILED,",
			"/filter-after, 500, FAILED, /filter-after", "/send-error, 418, COMPLETED, /send-error",
			"/nowhere, 404, COMPLETED,", "/redirect, 302, COMPLETED, /redirect", "/forward, 200, COMPLETED, /forward",
			"/reset, 202, COMPLETED, /reset", "/writer, 200, COMPLETED, /writer", "/future, 200, COMPLETED, /future",
			"/late-failure, 500, FAILED, /late-failure", "/deferred-timeout, 503, TIMED_OUT, /deferred-timeout",
			"/deferred-fallback, 200, COMPLETED, /deferred-fallback",
			"/callable-timeout, 503, TIMED_OUT, /callable-timeout", "/sse, 200, COMPLETED, /sse",
			"/streaming, 200, COMPLETED, /streaming", "/raw-async, 200, COMPLETED, /raw-async",
			"/raw-timeout, 500, TIMED_OUT, /raw-timeout", "/actuator/health, 200, COMPLETED, /actuator/health" })
	void everyRequestEndsOnce(String path, int status, RequestOutcome outcome, String route) throws Exception {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).isEqualTo(status);
		CompletedRequest request = this.ledger.only();
		assertThat(request.status()).isEqualTo(status);
		assertThat(request.outcome()).isEqualTo(outcome);
		assertThat(request.route()).isEqualTo(route);
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.path()).isEqualTo(path);
		assertThat(answer.headers().allValues("X-Request-Id")).containsExactly(request.requestId());
		assertThat(answer.headers().allValues("X-Commit")).singleElement().asString().startsWith(status + " ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fails-after-commit", "/sse-fails" })
	void aFailureAfterTheCommitLeavesTheStatusThatWasSent(String path) throws Exception {
		String answer = RawClient.send(this.port, RawClient.get(path));
		assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Request-Id: ", "X-Commit: 200 ");
		CompletedRequest request = this.ledger.only();
		assertThat(request.status()).isEqualTo(200);
		assertThat(request.outcome()).isEqualTo(RequestOutcome.FAILED);
		assertThat(request.failure()).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void theFailureIsTheOneThatWasThrown() throws Exception {
		get("/throws/1");
		assertThat(this.ledger.only().failure()).isInstanceOf(IllegalStateException.class).hasMessage("in the handler");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/big", "/sse-endless" })
	void aClientThatGoesAwayAborts(String path) throws Exception {
		RawClient.abort(this.port, RawClient.get(path), 2000);
		CompletedRequest request = this.ledger.only();
		assertThat(request.outcome()).isEqualTo(RequestOutcome.ABORTED);
		assertThat(request.status()).isEqualTo(200);
		assertThat(request.failure()).isNull();
		assertThat(request.route()).isEqualTo(path);
	}

	@Test
	void aClientThatGoesAwayInItsBodyAborts() throws Exception {
		RawClient.abort(this.port, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nhalf", 0);
		assertThat(this.ledger.only().outcome()).isEqualTo(RequestOutcome.ABORTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GARBAGE\r\n\r\n", "GET /a|b HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
			"GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: \rbad\r\n\r\n", "OPTIONS * HTTP/1.1\r\n\r\n" })
	void whatTheContainerRefusesIsRejected(String text) throws Exception {
		assertThat(RawClient.send(this.port, text)).startsWith("HTTP/1.1 400");
		CompletedRequest request = this.ledger.only();
		assertThat(request.outcome()).isEqualTo(RequestOutcome.REJECTED);
		assertThat(request.origin()).isEqualTo(RequestOrigin.CONTAINER);
		assertThat(request.status()).isEqualTo(400);
		assertThat(request.route()).isNull();
	}

	@Test
	void headersThatAreTooLargeAreRejected() throws Exception {
		String answer = RawClient.send(this.port, RawClient.get("/ok/1", "X-Big: " + "x".repeat(9000)));
		assertThat(answer).startsWith("HTTP/1.1 400");
		assertThat(this.ledger.only().outcome()).isEqualTo(RequestOutcome.REJECTED);
	}

	@Test
	void halfARequestIsNone() throws Exception {
		RawClient.abort(this.port, "GET /ok/1 HTTP/1.1\r\nHost: lo", 0);
		RawClient.abort(this.port, "", 0);
		get("/ok/1");
		assertThat(this.ledger.only().path()).isEqualTo("/ok/1");
	}

	@Test
	void requestsOnOneConnectionAreKeptApart() throws Exception {
		String next = "GET /ok/2 HTTP/1.1\r\nHost: a\r\n\r\n";
		String answers = RawClient.send(this.port, next + next + RawClient.get("/throws/3"));
		assertThat(answers.split("HTTP/1.1 ")).hasSize(4);
		Awaitility.await().until(() -> this.ledger.requests().size() == 3);
		List<CompletedRequest> requests = this.ledger.requests();
		assertThat(requests).extracting(CompletedRequest::status).containsExactly(200, 200, 500);
		assertThat(requests).extracting(CompletedRequest::requestId).doesNotHaveDuplicates();
	}

	@Test
	void headIsAnsweredWithoutABody() throws Exception {
		HttpResponse<String> answer = this.client.send(
				HttpRequest.newBuilder(uri("/ok/1")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
		assertThat(this.ledger.only().method()).isEqualTo("HEAD");
	}

	@Test
	void sizesAreThoseOfTheBodies() throws Exception {
		this.client.send(
				HttpRequest.newBuilder(uri("/echo")).POST(HttpRequest.BodyPublishers.ofString("12345")).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(this.ledger.only().requestBytes()).isEqualTo(5);
		assertThat(this.ledger.only().responseBytes()).isEqualTo(5);
	}

	@Test
	void thePeerIsTheSocket() throws Exception {
		RawClient.send(this.port, RawClient.get("/ok/1", "X-Forwarded-For: 192.0.2.1, 192.0.2.2"));
		CompletedRequest request = this.ledger.only();
		assertThat(request.peer().address()).isEqualTo("127.0.0.1");
		assertThat(request.peer().localAddress()).isEqualTo("127.0.0.1");
		assertThat(request.peer().forwardedFor()).containsExactly("192.0.2.1", "192.0.2.2");
		assertThat(request.peer().forwarded()).isTrue();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
