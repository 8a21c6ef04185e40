package dev.mainstay.resilience.idempotency.reactive;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Duplicates that come at the same time, and clients that go away.
 */
class ReactiveIdempotencyRaceIntegrationTests {

	private final String key = KeyedClient.freshKey();

	private final String gate = UUID.randomUUID().toString();

	private static ReactiveServer server;

	@BeforeAll
	static void start() {
		server = new ReactiveServer(Map.of("mainstay.idempotency.lease", "2s"));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void reset() {
		server.orders.executions.set(0);
		server.orders.entered = new CountDownLatch(1);
	}

	@Test
	void simultaneousDuplicatesAreRefusedWhileTheFirstRuns() throws InterruptedException {
		String path = "/slow?gate=" + this.gate;
		CompletableFuture<Answer> first = server.client.sendAsync(server.client.post(path, this.key, ""));
		assertThat(server.orders.entered.await(10, TimeUnit.SECONDS)).isTrue();
		List<Answer> others = IntStream.range(0, 9).mapToObj((i) -> server.client.send(path, this.key, "")).toList();
		server.open(this.gate);
		assertThat(others).allSatisfy((other) -> {
			assertThat(other.status()).isEqualTo(409);
			assertThat(other.keyStatus()).isEqualTo("in-progress");
			assertThat(Integer.parseInt(other.header("Retry-After"))).isBetween(1, 60);
			assertThat(other.text()).contains("\"code\":\"idempotency-in-progress\"");
		});
		assertThat(first.join().status()).isEqualTo(200);
		assertThat(server.client.send(path, this.key, "").text()).isEqualTo(first.join().text());
		assertThat(server.executions()).isEqualTo(1);
	}

	@Test
	void otherBodyIsRefusedWhileTheFirstRuns() throws InterruptedException {
		String path = "/slow?gate=" + this.gate;
		CompletableFuture<Answer> first = server.client.sendAsync(server.client.post(path, this.key, "a"));
		assertThat(server.orders.entered.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(server.client.send(path, this.key, "b").status()).isEqualTo(422);
		server.open(this.gate);
		assertThat(first.join().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/orders,600", "/async,100", "/reject,100" })
	void noKeyExecutesTwice(String path, int keys) {
		Map<Integer, List<CompletableFuture<Answer>>> sent = new HashMap<>();
		for (int i = 0; i < keys; i++) {
			String body = "{\"item\":\"" + i + "\"}";
			String fresh = KeyedClient.freshKey();
			sent.put(i,
					Stream.generate(() -> server.client.post(path, fresh, body))
						.limit(8)
						.map(server.client::sendAsync)
						.toList());
			sent.get(i).forEach(CompletableFuture::join);
		}
		assertThat(server.executions()).isEqualTo(keys);
		sent.values().forEach((answers) -> assertOneBody(answers.stream().map(CompletableFuture::join).toList()));
	}

	private static void assertOneBody(List<Answer> answers) {
		List<Answer> answered = answers.stream().filter((answer) -> answer.status() != 409).toList();
		assertThat(answered).isNotEmpty();
		assertThat(answered.stream().map(Answer::text).distinct()).hasSize(1);
		assertThat(answered.stream().filter((answer) -> !answer.isReplay())).hasSize(1);
	}

	@Test
	void answerIsRecordedThoughTheClientIsGone() throws IOException, InterruptedException {
		String path = "/slow?kb=800&gate=" + this.gate;
		try (Socket socket = new Socket("localhost", server.port)) {
			socket.getOutputStream().write(head(path).getBytes(StandardCharsets.US_ASCII));
			assertThat(server.orders.entered.await(10, TimeUnit.SECONDS)).isTrue();
			// Closing resets the connection.
			socket.setSoLinger(true, 0);
		}
		server.open(this.gate);
		List<Answer> answers = new ArrayList<>();
		await().until(() -> {
			answers.add(server.client.send(path, this.key, ""));
			return answers.get(answers.size() - 1).status() != 409;
		});
		Answer last = answers.get(answers.size() - 1);
		assertThat(last.isReplay()).isTrue();
		assertThat(last.bytes()).hasSizeGreaterThan(800 * 1024);
		assertThat(server.executions()).isEqualTo(1);
	}

	private String head(String path) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + IdempotencyHeaders.KEY + ": " + this.key
				+ "\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n";
	}

	@Test
	void eventsArriveAsTheyAreSentAndAreNotRepeated() throws IOException, InterruptedException {
		String path = "/sse?gate=" + this.gate;
		HttpResponse<InputStream> response = HttpClient.newHttpClient()
			.send(server.client.post(path, this.key, "").build(), HttpResponse.BodyHandlers.ofInputStream());
		byte[] first = response.body().readNBytes("data:first\n\n".length());
		assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("data:first\n\n");
		assertThat(server.client.send(path, this.key, "").text()).contains("idempotency-response-not-replayable");
		server.open(this.gate);
		assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data:second\n\n");
		assertThat(server.executions()).isEqualTo(1);
	}

	@Test
	void nothingIsLeftBehindByRequestsThatAreNotKept() {
		InMemoryIdempotencyStore store = server.bean(InMemoryIdempotencyStore.class);
		long entries = store.entries();
		for (String path : List.of("/throw", "/status/503", "/nowhere", "/fails", "/valid")) {
			server.client.send(path, this.key, "{}");
		}
		await().untilAsserted(() -> assertThat(store.entries()).isEqualTo(entries));
	}

	@Test
	void operationThatHangsIsCancelledSomeTimeAfterItsClientIsGone() throws IOException, InterruptedException {
		String path = "/slow?gate=" + this.gate;
		int before = server.orders.cancelled.get();
		try (Socket socket = new Socket("localhost", server.port)) {
			socket.getOutputStream().write(head(path).getBytes(StandardCharsets.US_ASCII));
			assertThat(server.orders.entered.await(10, TimeUnit.SECONDS)).isTrue();
			// Closing resets the connection.
			socket.setSoLinger(true, 0);
		}
		assertThat(server.client.send(path, this.key, "").text()).contains("idempotency-in-progress");
		await().untilAsserted(() -> assertThat(server.orders.cancelled.get()).isEqualTo(before + 1));
		await().untilAsserted(() -> assertThat(server.client.send(path, this.key, "").text())
			.contains("idempotency-outcome-unknown"));
		assertThat(server.executions()).isEqualTo(1);
	}

	@Test
	void streamIsCancelledWhenItsClientIsGone() throws IOException, InterruptedException {
		String path = "/sse?gate=" + this.gate;
		HttpResponse<InputStream> response = HttpClient.newHttpClient()
			.send(server.client.post(path, this.key, "").build(), HttpResponse.BodyHandlers.ofInputStream());
		response.body().readNBytes("data:first\n\n".length());
		int before = server.orders.cancelled.get();
		response.body().close();
		await().untilAsserted(() -> assertThat(server.orders.cancelled.get()).isEqualTo(before + 1));
		assertThat(server.client.send(path, this.key, "").text()).contains("idempotency-response-not-replayable");
	}

}
