package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactive application that repeats its failed calls itself, three attempts in all.
 */
class OwnRetryTests {

	private final AtomicInteger calls = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.calls.incrementAndGet();
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "operator", "simple", "annotation", "subscribed" })
	void itIsTheOnlyOne(String retry) {
		assertThat(World.both().map((world) -> calls(world, retry))).containsOnly("failed after 3 calls");
	}

	@Test
	void whatIsNotRetriedByTheApplicationIs() {
		assertThat(World.both().map((world) -> calls(world, "none"))).containsExactly("failed after 1 calls",
				"failed after 3 calls");
	}

	private String calls(World world, String path) {
		this.calls.set(0);
		try (WorldApplication application = world.start(Retrying.class,
				"--stock.url=http://127.0.0.1:" + this.server.getAddress().getPort())) {
			return application.http().get("/" + path).body() + " after " + this.calls + " calls";
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableResilientMethods
	@Import({ ReactiveApplication.class, Stock.class, Controller.class })
	static class Retrying {

	}

	static class Stock {

		private final WebClient client;

		Stock(WebClient.Builder builder, @Value("${stock.url}") String url) {
			this.client = builder.baseUrl(url).build();
		}

		public Mono<String> none() {
			return this.client.get().retrieve().bodyToMono(String.class);
		}

		public Mono<String> operator() {
			return none().retryWhen(Retry.backoff(2, Duration.ofMillis(1)));
		}

		public Mono<String> simple() {
			return none().retry(2);
		}

		@Retryable(maxRetries = 2, delay = 1)
		public Mono<String> annotation() {
			return none();
		}

		public Mono<String> subscribed() {
			return Mono.delay(Duration.ofMillis(1)).flatMap((tick) -> none()).retry(2);
		}

	}

	@RestController
	static class Controller {

		private final Stock stock;

		Controller(Stock stock) {
			this.stock = stock;
		}

		@GetMapping("/{kind}")
		Mono<String> call(@PathVariable String kind) {
			Mono<String> called = switch (kind) {
				case "operator" -> this.stock.operator();
				case "simple" -> this.stock.simple();
				case "annotation" -> this.stock.annotation();
				case "subscribed" -> this.stock.subscribed();
				default -> this.stock.none();
			};
			return called.onErrorResume((ex) -> Mono.just("failed"));
		}

	}

}
