package dev.mainstay.tests.coexistence;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A handler that takes the key itself is called every time, annotated or functional.
 */
class OwnKeyHandlerTests {

	@Test
	void everyCallReachesAHandlerThatTakesTheKey() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithKeyHandlers.class,
				(http) -> Stream
					.of("/annotated", "/annotated", "/functional-keyed", "/functional-keyed", "/functional-keyed")
					.map((path) -> http.post(path, "{}", "Idempotency-Key", "k-" + path)),
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting((answer) -> answer.body())
			.containsExactly("1 k-/annotated", "2 k-/annotated", "1 k-/functional-keyed", "2 k-/functional-keyed",
					"3 k-/functional-keyed");
		assertThat(answers.features().get("idempotency")).contains("handlers that read the key themselves")
			.contains("/functional-keyed");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Controller.class })
	static class WithKeyHandlers {

		@Bean
		RouterFunction<ServerResponse> keyed() {
			AtomicInteger count = new AtomicInteger();
			return RouterFunctions.route()
				.POST("/functional-keyed", (request) -> ServerResponse.ok()
					.bodyValue(count.incrementAndGet() + " " + request.headers().firstHeader("Idempotency-Key")))
				.build();
		}

	}

	@RestController
	static class Controller {

		private final AtomicInteger count = new AtomicInteger();

		@PostMapping("/annotated")
		Mono<String> create(@RequestHeader("Idempotency-Key") String key) {
			return Mono.fromSupplier(() -> this.count.incrementAndGet() + " " + key);
		}

	}

}
