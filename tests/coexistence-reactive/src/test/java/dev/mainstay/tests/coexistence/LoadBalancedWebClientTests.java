package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactive application whose clients find one of two instances by the name of a
 * service, as Spring Cloud does it. Each call goes to the instance that its own balancer
 * chose; a call that is repeated is so at the same instance.
 */
class LoadBalancedWebClientTests {

	private final Instance healthy = new Instance(200);

	private final Instance other = new Instance(500);

	@BeforeEach
	void start() {
		this.healthy.server.start();
		this.other.server.start();
	}

	@AfterEach
	void stop() {
		this.healthy.server.stop(0);
		this.other.server.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "own", "plain" })
	void callsAreSharedAsTheyWere(String client) {
		assertThat(World.both().map((world) -> calls(world, "GET", client)))
			.containsOnly("200 500 200 500, 2 and 2 calls");
		this.other.status = 503;
		assertThat(World.both().map((world) -> calls(world, "POST", client)))
			.containsOnly("200 503 200 503, 2 and 2 calls");
	}

	@Test
	void aSafeCallIsRepeatedAtTheInstanceThatWasChosen() {
		this.other.status = 503;
		assertThat(calls(World.bare(), "GET", "auto")).isEqualTo("200 503 200 503, 2 and 2 calls");
		assertThat(calls(World.hardened(), "GET", "auto")).isEqualTo("200 503 200 503, 2 and 5 calls");
		assertThat(calls(World.hardened(), "GET", "plain")).isEqualTo("200 503 200 503, 2 and 2 calls");
	}

	private String calls(World world, String method, String client) {
		this.healthy.calls.set(0);
		this.other.calls.set(0);
		try (WorldApplication application = world.start(Balanced.class,
				"--orders.instances=" + this.healthy.url() + "," + this.other.url())) {
			return application.http().get("/call?method=" + method + "&client=" + client).body() + ", "
					+ this.healthy.calls + " and " + this.other.calls + " calls";
		}
	}

	private static final class Instance {

		private final AtomicInteger calls = new AtomicInteger();

		private final HttpServer server;

		private volatile int status;

		Instance(int status) {
			this.status = status;
			try {
				this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			this.server.createContext("/orders/1", (exchange) -> {
				this.calls.incrementAndGet();
				exchange.sendResponseHeaders(this.status, -1);
				exchange.close();
			});
		}

		String url() {
			return "http://127.0.0.1:" + this.server.getAddress().getPort();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Balancer.class, Orders.class })
	static class Balanced {

		/** Beside that of Spring Boot, which it does not replace. */
		@Bean(defaultCandidate = false)
		@Scope("prototype")
		@Qualifier("own")
		WebClient.Builder ownBuilder(WebClient.Builder builder, Balancer balancer) {
			return builder.filter(balancer);
		}

		@Bean(defaultCandidate = false)
		@Qualifier("plain")
		WebClient.Builder plainBuilder(Balancer balancer) {
			return WebClient.builder().filter(balancer);
		}

	}

	static class Balancer implements ExchangeFilterFunction {

		private final AtomicInteger next = new AtomicInteger();

		private final List<URI> instances;

		Balancer(@Value("${orders.instances}") List<URI> instances) {
			this.instances = instances;
		}

		@Override
		public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction exchange) {
			return Mono.defer(() -> {
				URI chosen = this.instances.get(this.next.getAndIncrement() % this.instances.size());
				URI uri = URI.create(chosen + request.url().getPath());
				return exchange.exchange(ClientRequest.from(request).url(uri).build());
			});
		}

	}

	@RestController
	static class Orders {

		private final Map<String, WebClient> clients;

		Orders(Balancer balancer, WebClient.Builder auto, @Qualifier("own") WebClient.Builder own,
				@Qualifier("plain") WebClient.Builder plain) {
			this.clients = Map.of("auto", auto.filter(balancer).build(), "own", own.build(), "plain", plain.build());
		}

		@GetMapping("/call")
		Mono<String> call(@RequestParam String client, @RequestParam String method) {
			return Flux.fromStream(Stream.generate(() -> this.clients.get(client)).limit(4))
				.concatMap((each) -> each.method(HttpMethod.valueOf(method))
					.uri("http://orders-service/orders/1")
					.exchangeToMono((response) -> response.releaseBody()
						.thenReturn(String.valueOf(response.statusCode().value()))))
				.collectList()
				.map((statuses) -> String.join(" ", statuses));
		}

	}

}
