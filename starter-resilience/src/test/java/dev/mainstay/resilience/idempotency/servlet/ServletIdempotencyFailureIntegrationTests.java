package dev.mainstay.resilience.idempotency.servlet;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a request that failed had reached its handler.
 */
class ServletIdempotencyFailureIntegrationTests {

	private static ServletServer server;

	private final String key = KeyedClient.freshKey();

	private static final AtomicInteger effects = new AtomicInteger();

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of(), Failing.class, Routes.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private Answer send(String path, String accept) {
		return server.client.send(server.client.post(path, this.key, "{}").header("Accept", accept));
	}

	@Test
	void answerThatIsNotAcceptableIsKeptWhenTheHandlerHadRun() {
		int before = effects.get();
		Answer first = send("/failing/order", "application/xml");
		Answer second = send("/failing/order", "application/xml");
		assertThat(first.status()).isEqualTo(406);
		assertThat(second.isReplay()).as("%s", second).isTrue();
		assertThat(second.status()).isEqualTo(406);
		assertThat(effects.get()).isEqualTo(before + 1);
	}

	@Test
	void requestThatAsksForATypeThatNoHandlerProducesFreesTheKey() {
		int before = effects.get();
		assertThat(send("/failing/json-order", "application/xml").status()).isEqualTo(406);
		Answer second = send("/failing/json-order", "application/json");
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.keyStatus()).isEqualTo("created");
		assertThat(effects.get()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mistyped", "mistyped-later", "unreadable", "mistyped-elsewhere" })
	void failureOfTheHandlersOwnCodeIsNoRefusal(String path) {
		int before = effects.get();
		Answer first = send("/failing/" + path, "application/json");
		Answer second = send("/failing/" + path, "application/json");
		assertThat(first.status()).isEqualTo(400);
		assertThat(second.isReplay()).as("%s", second).isTrue();
		assertThat(effects.get()).isEqualTo(before + 1);
	}

	@Test
	void failureOfAFunctionalEndpointIsNoRefusal() {
		int before = effects.get();
		assertThat(send("/failing/routed", "application/json").status()).isEqualTo(400);
		assertThat(send("/failing/routed", "application/json").isReplay()).isTrue();
		assertThat(effects.get()).isEqualTo(before + 1);
	}

	@Test
	void argumentOfAnotherTypeFreesTheKey() {
		int before = effects.get();
		assertThat(send("/failing/typed?number=x", "application/json").status()).isEqualTo(400);
		Answer again = server.client.send(server.client.to("/failing/typed?number=x")
			.header(IdempotencyHeaders.KEY, this.key)
			.POST(HttpRequest.BodyPublishers.ofString("other")));
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.keyStatus()).isEqualTo("created");
		assertThat(effects.get()).isEqualTo(before);
	}

	@RestController
	@RequestMapping("/failing")
	static class Failing {

		@PostMapping("/order")
		Map<String, Object> order(@RequestBody Map<String, Object> order) {
			return Map.of("number", effects.incrementAndGet());
		}

		@PostMapping(path = "/json-order", produces = "application/json")
		Map<String, Object> jsonOrder(@RequestBody Map<String, Object> order) {
			return order(order);
		}

		@PostMapping("/mistyped")
		String mistyped() {
			effects.incrementAndGet();
			throw new TypeMismatchException("x", Integer.class);
		}

		@PostMapping("/mistyped-later")
		CompletableFuture<String> mistypedLater() {
			return CompletableFuture.supplyAsync(this::mistyped);
		}

		@PostMapping("/mistyped-elsewhere")
		String mistypedElsewhere() {
			try {
				return mistypedLater().join();
			}
			catch (CompletionException ex) {
				throw (RuntimeException) ex.getCause();
			}
		}

		@PostMapping("/unreadable")
		String unreadable() {
			effects.incrementAndGet();
			throw new HttpMessageNotReadableException("the provider's answer", new MockHttpInputMessage(new byte[0]));
		}

		@PostMapping("/typed")
		int typed(@RequestParam int number) {
			return effects.incrementAndGet();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		RouterFunction<ServerResponse> failingRoutes() {
			return RouterFunctions.route().POST("/failing/routed", Routes::routed).build();
		}

		private static ServerResponse routed(ServerRequest request) {
			effects.incrementAndGet();
			throw new TypeMismatchException("x", Integer.class);
		}

	}

}
