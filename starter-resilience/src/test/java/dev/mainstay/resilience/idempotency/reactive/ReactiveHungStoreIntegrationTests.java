package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import dev.mainstay.resilience.idempotency.WatchedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A store that has a thread of ours and does not give it back.
 */
class ReactiveHungStoreIntegrationTests {

	private static final Duration IN_TIME = Duration.ofSeconds(4);

	private static ReactiveServer server;

	private static WatchedStore store;

	private final CountDownLatch gate = new CountDownLatch(1);

	@BeforeAll
	static void start() {
		server = new ReactiveServer(
				Map.of("mainstay.idempotency.store-timeout", "1s", "mainstay.idempotency.routes[/async]", "required"),
				Outside.class);
		store = server.bean(WatchedStore.class);
		server.client.send("/orders", KeyedClient.freshKey(), "{}");
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

	@AfterEach
	void open() {
		this.gate.countDown();
	}

	private void hangAt(String name) {
		store.before = (call) -> {
			if (call.equals(name)) {
				this.gate.await();
			}
		};
	}

	private static List<CompletableFuture<Answer>> send(int number, String path) {
		return Stream.generate(KeyedClient::freshKey)
			.limit(number)
			.map((key) -> server.client.sendAsync(server.client.post(path, key, "{}")))
			.toList();
	}

	@Test
	void everybodyIsToldWithinTheTimeThatTheStoreHas() {
		hangAt("claim");
		List<CompletableFuture<Answer>> sent = send(150, "/async");
		long begin = System.nanoTime();
		assertThat(sent).allSatisfy((answer) -> {
			assertThat(answer.join().status()).isEqualTo(503);
			assertThat(answer.join().text()).contains("idempotency-store-unavailable");
		});
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
		assertThat(server.executions()).isZero();
		int begun = store.threads.size();
		assertThat(begun).as("the others were never asked for").isLessThan(100);
		this.gate.countDown();
		await().untilAsserted(() -> assertThat(store.calls).filteredOn("release"::equals).hasSize(begun));
		assertThat(store.threads).hasSizeLessThan(200);
	}

	@Test
	void whatNeedsNoKeyRunsMeanwhile() {
		hangAt("claim");
		List<CompletableFuture<Answer>> sent = send(100, "/orders");
		assertThat(sent).allSatisfy((answer) -> {
			assertThat(answer.join().status()).isEqualTo(201);
			assertThat(answer.join().keyStatus()).isEqualTo("unprotected");
		});
		assertThat(server.executions()).isEqualTo(100);
		this.gate.countDown();
		await().untilAsserted(() -> assertThat(store.calls).contains("release").doesNotContain("complete"));
	}

	@Test
	void answersDoNotWaitForTheStoreForLongerThanThat() {
		hangAt("complete");
		List<CompletableFuture<Answer>> sent = send(100, "/orders");
		long begin = System.nanoTime();
		assertThat(sent).allSatisfy((answer) -> assertThat(answer.join().status()).isIn(201));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME.plus(IN_TIME));
	}

	@Test
	void whoIsToldKnowsWhoseRequestItIsAndNobodyAfterwards() {
		Listening listening = server.bean(Listening.class);
		listening.seen.clear();
		List<CompletableFuture<Answer>> sent = Stream.of("a", "b", "c")
			.map((id) -> server.client.sendAsync(server.client.post("/orders", KeyedClient.freshKey(), "{}")
				.header("X-Request-Id", "request-" + id)))
			.toList();
		sent.forEach(CompletableFuture::join);
		assertThat(listening.seen).containsExactlyInAnyOrder("mainstay-idempotency request-a",
				"mainstay-idempotency request-b", "mainstay-idempotency request-c");
		CompletableFuture<Map<String, String>> later = new StoreThreads(Duration.ofSeconds(1))
			.call(MDC::getCopyOfContextMap, reactor.util.context.Context.empty());
		assertThat(later.join()).isNullOrEmpty();
	}

	/**
	 * What is told on the threads of the store.
	 */
	static final class Listening implements IdempotencyListener {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@Override
		public void onResult(IdempotencyResult result) {
			String thread = Thread.currentThread().getName().replaceAll("-\\d+$", "");
			this.seen.add(thread + " " + MDC.get("requestId"));
		}

	}

	/**
	 * What the application has.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Outside {

		@Bean
		WatchedStore store() {
			return new WatchedStore();
		}

		@Bean
		Listening listening() {
			return new Listening();
		}

	}

}
