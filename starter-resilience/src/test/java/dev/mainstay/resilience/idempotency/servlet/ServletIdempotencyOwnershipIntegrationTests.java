package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that handle some keys themselves.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServletIdempotencyOwnershipIntegrationTests {

	private static final String ANT = "spring.mvc.pathmatch.matching-strategy";

	private static final AtomicInteger executions = new AtomicInteger();

	private final String key = KeyedClient.freshKey();

	private void assertLeftAlone(ServletServer server, String path) {
		Answer first = server.client.send(path, this.key, "");
		Answer second = server.client.send(path, this.key, "");
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.keyStatus()).isNull();
		assertThat(second.keyStatus()).isNull();
		assertThat(second.text()).isNotEqualTo(first.text()).endsWith(this.key);
	}

	@Test
	void handlerThatDeclaresTheKeyIsLeftAloneByAntPatternsToo() {
		try (ServletServer server = new ServletServer(Map.of(ANT, "ant-path-matcher"))) {
			assertLeftAlone(server, "/own");
			assertThat(server.client.send("/orders", this.key, "{}").keyStatus()).isEqualTo("created");
			assertThat(server.client.send("/orders", this.key, "{}").isReplay()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reading/servlet/1", "/reading/routed" })
	void handlerThatReadsTheKeyWithoutDeclaringItIsLeftAlone(String path, CapturedOutput output) {
		try (ServletServer server = new ServletServer(Map.of(), Reading.class, Routes.class)) {
			assertLeftAlone(server, path);
			assertThat(server.client.send("/reading/not/1", this.key, "").keyStatus()).isEqualTo("created");
			assertThat(server.client.send("/reading/not/1", this.key, "").isReplay()).isTrue();
		}
		assertThat(output).containsOnlyOnce("reads the header Idempotency-Key itself");
	}

	@Test
	void excludedPathIsLeftAlone() {
		try (ServletServer server = new ServletServer(
				Map.of("mainstay.idempotency.exclude-paths", "/reading/not/**,/text"), Reading.class)) {
			assertThat(server.client.send("/reading/not/1", this.key, "").keyStatus()).isNull();
			assertThat(server.client.send("/text", "\"", "").status()).isEqualTo(200);
			assertThat(server.client.send("/orders", this.key, "{}").keyStatus()).isEqualTo("created");
		}
	}

	@RestController
	@RequestMapping("/reading")
	static class Reading {

		@PostMapping("/servlet/{id}")
		String servlet(@PathVariable String id, HttpServletRequest request) {
			return executions.incrementAndGet() + ":" + request.getHeader("idempotency-key");
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
							.body(executions.incrementAndGet() + ":"
									+ request.headers().firstHeader("Idempotency-Key")))
				.build();
		}

	}

}
