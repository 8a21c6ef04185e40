package dev.mainstay.core.request.reactive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

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

@SpringBootTest(classes = ReactiveEndingsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.main.web-application-type=reactive")
class NettyLifecycleIntegrationTests {

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
			"/filter-after, 500, FAILED, /filter-after", "/status, 409, COMPLETED, /status",
			"/nowhere, 404, COMPLETED,", "/too-slow, 504, COMPLETED, /too-slow", "/empty, 200, COMPLETED, /empty",
			"/redirect, 302, COMPLETED, /redirect", "/late-failure, 500, FAILED, /late-failure",
			"/sse, 200, COMPLETED, /sse", "/big, 200, COMPLETED, /big",
			"/actuator/health, 200, COMPLETED, /actuator/health" })
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
	@ValueSource(strings = { "/fails-after-commit", "/too-slow-to-end" })
	void aFailureAfterTheCommitLeavesTheStatusThatWasSent(String path) throws Exception {
		String answer = RawClient.send(this.port, RawClient.get(path));
		assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Request-Id: ", "X-Commit: 200 ");
		CompletedRequest request = this.ledger.only();
		assertThat(request.status()).isEqualTo(200);
		assertThat(request.outcome()).isEqualTo(RequestOutcome.FAILED);
		assertThat(request.failure()).isInstanceOf(IllegalStateException.class);
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
	void aClientThatGoesAwayBeforeTheAnswerAborts() throws Exception {
		RawClient.abort(this.port, RawClient.get("/never"), 0);
		CompletedRequest request = this.ledger.only();
		assertThat(request.outcome()).isEqualTo(RequestOutcome.ABORTED);
		assertThat(request.status()).isNull();
	}

	@Test
	void aClientThatGoesAwayInItsBodyAborts() throws Exception {
		RawClient.abort(this.port, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nhalf", 0);
		assertThat(this.ledger.only().outcome()).isEqualTo(RequestOutcome.ABORTED);
	}

	@ParameterizedTest
	@CsvSource({ "'GARBAGE\r\n\r\n', 400", "'GET /a|b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400",
			"'GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n', 400" })
	void whatTheServerRefusesIsRejected(String text, int status) throws Exception {
		String answer = RawClient.send(this.port, text);
		assertThat(answer).startsWith("HTTP/1.1 " + status);
		CompletedRequest request = this.ledger.only();
		assertThat(request.outcome()).isEqualTo(RequestOutcome.REJECTED);
		assertThat(request.origin()).isEqualTo(RequestOrigin.CONTAINER);
		assertThat(request.status()).isEqualTo(status);
		assertThat(request.peer().address()).isEqualTo("127.0.0.1");
		assertThat(request.requestId()).isNotNull();
		assertThat(answer).containsIgnoringCase("X-Request-Id: " + request.requestId())
			.containsIgnoringCase("Content-Length: " + request.responseBytes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/socket", "/socket-over" })
	void anUpgradeEndsOnceWhoeverCloses(String path) throws Exception {
		CompletableFuture<Void> closed = new CompletableFuture<>();
		WebSocket socket = this.client.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + this.port + path), new WebSocket.Listener() {

				@Override
				public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
					closed.complete(null);
					return null;
				}

			})
			.join();
		if (!path.endsWith("over")) {
			socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
		}
		closed.get(20, TimeUnit.SECONDS);
		CompletedRequest request = this.ledger.only();
		assertThat(request.status()).isEqualTo(101);
		assertThat(request.outcome()).isEqualTo(RequestOutcome.COMPLETED);
		assertThat(request.origin()).isEqualTo(RequestOrigin.APPLICATION);
	}

	@Test
	void whoOnlyAsksForAnUpgradeGetsNone() throws Exception {
		String[] headers = { "Connection: Upgrade", "Upgrade: websocket" };
		assertThat(RawClient.send(this.port, RawClient.get("/empty", headers))).startsWith("HTTP/1.1 200");
		assertThat(this.ledger.only().status()).isEqualTo(200);
	}

	@Test
	void headersThatAreTooLargeAreRejected() throws Exception {
		String answer = RawClient.send(this.port, RawClient.get("/ok/1", "X-Big: " + "x".repeat(20_000)));
		assertThat(answer).startsWith("HTTP/1.1 431");
		assertThat(this.ledger.only().outcome()).isEqualTo(RequestOutcome.REJECTED);
		assertThat(this.ledger.only().status()).isEqualTo(431);
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
		RawClient.send(this.port, next + next + RawClient.get("/throws/3"));
		Awaitility.await().until(() -> this.ledger.requests().size() == 3);
		assertThat(this.ledger.requests()).extracting(CompletedRequest::status).containsExactly(200, 200, 500);
		assertThat(this.ledger.requests()).extracting(CompletedRequest::requestId).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ok/1", "/elsewhere" })
	void theIdIsInTheMdcOfTheHandler(String path) throws IOException {
		assertThat(RawClient.send(this.port, RawClient.get(path, "X-Request-Id: abc"))).endsWith("ok abc");
	}

	@Test
	void aHostileIdIsReplaced() throws Exception {
		RawClient.send(this.port, RawClient.get("/ok/1", "X-Request-Id: <script>"));
		assertThat(this.ledger.only().requestId()).hasSize(36);
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
	void headIsAnsweredWithoutABody() throws Exception {
		HttpResponse<String> answer = this.client.send(
				HttpRequest.newBuilder(uri("/ok/1")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
		assertThat(this.ledger.only().outcome()).isEqualTo(RequestOutcome.COMPLETED);
	}

	@Test
	void thePeerIsTheSocket() throws Exception {
		RawClient.send(this.port, RawClient.get("/ok/1", "X-Forwarded-For: 192.0.2.1, 192.0.2.2"));
		CompletedRequest request = this.ledger.only();
		assertThat(request.peer().address()).isEqualTo("127.0.0.1");
		assertThat(request.peer().localAddress()).isEqualTo("127.0.0.1");
		assertThat(request.peer().forwardedFor()).containsExactly("192.0.2.1", "192.0.2.2");
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
