package dev.mainstay.resilience.idempotency.reactive;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import dev.mainstay.resilience.idempotency.WatchedStore;
import dev.mainstay.resilience.idempotency.WatchedStore.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A store that is not in the memory of the process, and a server that has one thread for
 * all connections.
 */
class ReactiveOutsideStoreIntegrationTests {

	private static ReactiveServer server;

	private static WatchedStore store;

	private final String key = KeyedClient.freshKey();

	private final CountDownLatch arrived = new CountDownLatch(1);

	private final CountDownLatch gate = new CountDownLatch(1);

	@BeforeAll
	static void start() {
		server = new ReactiveServer(Map.of("mainstay.idempotency.lease", "60s"), Outside.class);
		store = server.bean(WatchedStore.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void reset() {
		store.reset();
		server.orders.executions.set(0);
	}

	private Wait at(String name) {
		return (call) -> {
			if (call.equals(name)) {
				this.arrived.countDown();
				assertThat(this.gate.await(20, TimeUnit.SECONDS)).isTrue();
			}
		};
	}

	private Answer send(String path) {
		return server.client.send(path, this.key, "{}");
	}

	/** A client that goes away without a word as soon as the store is called. */
	private void sendAndLeave(String path) throws IOException, InterruptedException {
		try (Socket socket = new Socket("localhost", server.port)) {
			socket.setSoLinger(true, 0);
			socket.getOutputStream()
				.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
						+ "Idempotency-Key: " + this.key + "\r\nContent-Length: 2\r\n\r\n{}")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(this.arrived.await(10, TimeUnit.SECONDS)).isTrue();
		}
		// The server's only thread has seen the end of the connection when it answers.
		server.client.send(server.client.to("/orders").GET());
		Thread.sleep(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/flux", "/bin?bytes=300000", "/204", "/empty", "/direct", "/async", "/reject",
			"/status/503", "/throw", "/fails", "/valid", "/big?kb=2000", "/reads", "/headers", "/sold-out" })
	void noThreadThatMustNotWaitCallsTheStore(String path) {
		Answer first = send(path);
		Answer second = send(path);
		Answer other = server.client.send(path, this.key, "{\"quantity\":2}");
		assertThat(List.of(first, second, other)).extracting(Answer::status).doesNotContain(0);
		assertThat(store.threads).isNotEmpty().allMatch((name) -> name.startsWith("mainstay-idempotency-"));
		if (second.isReplay()) {
			assertThat(second.bytes()).isEqualTo(first.bytes());
			assertThat(second.status()).isEqualTo(first.status());
			assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
			assertThat(second.header("Location")).isEqualTo(first.header("Location"));
			assertThat(second.header("Idempotency-Expires")).isEqualTo(first.header("Idempotency-Expires"));
		}
		await().untilAsserted(() -> assertThat(store.calls).hasSizeGreaterThanOrEqualTo(2));
	}

	@Test
	void whatIsKeptIsReplayed() {
		for (String path : List.of("/orders", "/flux", "/bin?bytes=300000", "/204", "/empty", "/direct", "/async",
				"/reject", "/sold-out")) {
			String fresh = KeyedClient.freshKey();
			Answer first = server.client.send(path, fresh, "{}");
			Answer second = server.client.send(path, fresh, "{}");
			assertThat(first.keyStatus()).as(path).isEqualTo("created");
			assertThat(second.isReplay()).as(path).isTrue();
			assertThat(second.bytes()).as(path).isEqualTo(first.bytes());
		}
	}

	@Test
	void streamPassesWhenTheStoreWasTold() throws Exception {
		CompletableFuture<Answer> stream = server.client
			.sendAsync(server.client.post("/sse?gate=outside", this.key, ""));
		await().untilAsserted(() -> assertThat(store.calls).containsExactly("claim", "complete"));
		server.open("outside");
		assertThat(stream.get(10, TimeUnit.SECONDS).text()).contains("first", "second");
		assertThat(server.client.send("/sse?gate=outside", this.key, "").text())
			.contains("idempotency-response-not-replayable");
		assertThat(store.threads).allMatch((name) -> name.startsWith("mainstay-idempotency-"));
	}

	@Test
	void storeThatWaitsHoldsUpNoOtherRequestOfTheSameThread() {
		store.before = at("claim");
		List<CompletableFuture<Answer>> keyed = Stream.generate(KeyedClient::freshKey)
			.limit(12)
			.map((fresh) -> server.client.sendAsync(server.client.post("/orders", fresh, "{}")))
			.toList();
		await().until(() -> !store.threads.isEmpty());
		for (int i = 0; i < 20; i++) {
			assertThat(server.client.send(server.client.to("/orders").GET()).status()).isEqualTo(200);
		}
		assertThat(keyed).as("all of them still wait").noneMatch(CompletableFuture::isDone);
		this.gate.countDown();
		assertThat(keyed).allSatisfy((answer) -> assertThat(answer.join().status()).isEqualTo(201));
	}

	@Test
	void claimThatIsGrantedToAClientThatIsGoneIsLetGo() throws Exception {
		store.before = at("claim");
		sendAndLeave("/orders");
		this.gate.countDown();
		await().untilAsserted(() -> assertThat(store.calls).containsExactly("claim", "release"));
		assertThat(store.interrupted).hasValue(0);
		assertThat(server.executions()).isZero();
		assertThat(send("/orders").keyStatus()).isEqualTo("created");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/sse?gate=left" })
	void endThatIsBeingRecordedIsRecordedThoughTheClientIsGone(String path) throws Exception {
		store.before = at("complete");
		sendAndLeave(path);
		this.gate.countDown();
		await().untilAsserted(() -> assertThat(store.calls).containsExactly("claim", "complete"));
		assertThat(store.interrupted).hasValue(0);
		assertThat(send(path).status()).isEqualTo(path.equals("/orders") ? 201 : 409);
		assertThat(server.executions()).isOne();
	}

	@Test
	void claimThatIsGrantedToARequestThatAFilterHasAnsweredIsLetGo() {
		store.before = at("claim");
		Answer answer = server.client.send(server.client.post("/orders", this.key, "{}").header("X-Patience", "200"));
		assertThat(answer.status()).isEqualTo(504);
		this.gate.countDown();
		await().untilAsserted(() -> assertThat(store.calls).containsExactly("claim", "release"));
		assertThat(store.interrupted).hasValue(0);
		assertThat(server.executions()).isZero();
		assertThat(send("/orders").keyStatus()).isEqualTo("created");
	}

	@Test
	void answerThatIsBeingRecordedIsKeptThoughAFilterAnswersOtherwise() {
		store.before = at("complete");
		Answer answer = server.client.send(server.client.post("/orders", this.key, "{}").header("X-Patience", "200"));
		assertThat(answer.status()).isEqualTo(504);
		this.gate.countDown();
		await().untilAsserted(() -> assertThat(store.calls).containsExactly("claim", "complete"));
		Answer second = send("/orders");
		assertThat(second.isReplay()).isTrue();
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.text()).contains("\"number\":1");
		assertThat(server.executions()).isOne();
	}

	@Test
	void handlerThatReadsTheKeyIsNotRecordedWhileTheReleaseIsOnItsWay() {
		long before = store.entries();
		store.before = at("release");
		Answer answer = send("/reads-alone");
		this.gate.countDown();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.keyStatus()).isNull();
		await().untilAsserted(() -> assertThat(store.calls).containsExactly("claim", "release"));
		await().untilAsserted(() -> assertThat(store.entries()).isEqualTo(before));
	}

	@Test
	void storeThatIsBrokenDoesNotLeaveTheClientWithoutAnAnswer() {
		store.before = (call) -> {
			throw new NoClassDefFoundError("driver");
		};
		assertThat(send("/orders").status()).isEqualTo(500);
		assertThat(server.executions()).isZero();
	}

	/**
	 * What the application has.
	 */
	@RestController
	static class Outside {

		@PostMapping({ "/reads", "/reads-alone" })
		Mono<String> reads(ServerWebExchange exchange) {
			return Mono.fromCallable(() -> "read " + exchange.getRequest().getHeaders().getFirst("Idempotency-Key"));
		}

		@Bean
		WatchedStore store() {
			return new WatchedStore();
		}

		@Bean
		ReactorResourceFactory resources() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setLoopResourcesSupplier(() -> LoopResources.create("reactor-http", 1, true));
			return resources;
		}

		@Bean
		Impatient impatient() {
			return new Impatient();
		}

	}

	/**
	 * A filter in front of ours that answers when the rest takes too long.
	 */
	@Order(-90)
	static final class Impatient implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String millis = exchange.getRequest().getHeaders().getFirst("X-Patience");
			if (millis == null) {
				return chain.filter(exchange);
			}
			return chain.filter(exchange)
				.timeout(Duration.ofMillis(Long.parseLong(millis)))
				.onErrorResume(TimeoutException.class, (late) -> {
					exchange.getResponse().setStatusCode(HttpStatus.GATEWAY_TIMEOUT);
					exchange.getResponse().getHeaders().clearContentHeaders();
					return exchange.getResponse().setComplete();
				});
		}

	}

}
