package dev.mainstay.resilience.idempotency.reactive;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that handle some keys themselves.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReactiveIdempotencyOwnershipIntegrationTests {

	private static final AtomicInteger executions = new AtomicInteger();

	private final String key = KeyedClient.freshKey();

	@ParameterizedTest
	@ValueSource(strings = { "/reading/request/1", "/reading/headers", "/reading/later", "/reading/routed" })
	void handlerThatReadsTheKeyWithoutDeclaringItIsLeftAlone(String path, CapturedOutput output) {
		try (ReactiveServer server = new ReactiveServer(Map.of(), Reading.class, Routes.class)) {
			Answer first = server.client.send(path, this.key, "");
			Answer second = server.client.send(path, this.key, "");
			assertThat(first.status()).isEqualTo(200);
			assertThat(first.keyStatus()).isNull();
			assertThat(second.keyStatus()).isNull();
			assertThat(second.text()).isNotEqualTo(first.text()).endsWith(this.key);
			assertThat(server.client.send("/reading/not/1", this.key, "").keyStatus()).isEqualTo("created");
			assertThat(server.client.send("/reading/not/1", this.key, "").isReplay()).isTrue();
		}
		assertThat(output).containsOnlyOnce("reads the header Idempotency-Key itself");
	}

	@Test
	void excludedPathIsLeftAlone() {
		try (ReactiveServer server = new ReactiveServer(
				Map.of("mainstay.idempotency.exclude-paths", "/reading/not/**,/text"), Reading.class)) {
			assertThat(server.client.send("/reading/not/1", this.key, "").keyStatus()).isNull();
			assertThat(server.client.send("/text", "\"", "").status()).isEqualTo(200);
			assertThat(server.client.send("/orders", this.key, "{}").keyStatus()).isEqualTo("created");
		}
	}

	@RestController
	@RequestMapping("/reading")
	static class Reading {

		@PostMapping("/request/{id}")
		String request(@PathVariable String id, ServerHttpRequest request) {
			return executions.incrementAndGet() + ":" + request.getHeaders().getFirst("idempotency-key");
		}

		@PostMapping("/headers")
		String headers(@RequestHeader HttpHeaders headers) {
			return executions.incrementAndGet() + ":" + headers.get("Idempotency-Key").get(0);
		}

		@PostMapping("/later")
		Mono<String> later(ServerHttpRequest request) {
			return Mono.fromCallable(
					() -> executions.incrementAndGet() + ":" + request.getHeaders().getFirst("Idempotency-Key"));
		}

		@PostMapping("/not/{id}")
		String not(@PathVariable String id) {
			return "" + executions.incrementAndGet();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		RouterFunction<ServerResponse> readingRoutes() {
			return RouterFunctions.route()
				.POST("/reading/routed",
						(request) -> ServerResponse.ok()
							.bodyValue(executions.incrementAndGet() + ":"
									+ request.headers().firstHeader("Idempotency-Key")))
				.build();
		}

	}

}
