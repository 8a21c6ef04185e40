package dev.mainstay.core.validation.json.reactive;

import dev.mainstay.core.problem.Service;
import dev.mainstay.core.validation.json.AbstractJsonIntegrationTests;
import dev.mainstay.core.validation.json.Shop;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveJsonIntegrationTests extends AbstractJsonIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Test
	void whatAFunctionReadsIsReadAlike() {
		try (Service service = Service.start(type(), new Class<?>[] { Functions.class }, "mainstay.mode=enforce")) {
			assertThat(service.post("/function", "{\"name\":\"a\"}").body()).isEqualTo("a");
			assertThat(service.post("/function", "{\"name\":\"a\",\"x\":1}").status()).isEqualTo(400);
		}
	}

	@Test
	void aStreamIsReadWithinTheLimits() {
		try (Service service = Service.start(type(), new Class<?>[] { Streams.class }, "mainstay.mode=enforce")) {
			String type = "application/x-ndjson";
			assertThat(
					service.post("/stream", "{\"name\":\"a\"}\n{\"name\":\"b\",\"x\":1}", "Content-Type", type).body())
				.isEqualTo("ab");
			assertThat(service.post("/stream", "[{\"name\":\"a\"},{\"name\":\"b\"}]").body()).isEqualTo("ab");
			assertThat(service.post("/stream", "{\"name\":\"\\u0000\"}", "Content-Type", type).status()).isEqualTo(400);
			assertThat(service.post("/stream", "[".repeat(10_000), "Content-Type", type).status()).isEqualTo(400);
			assertThat(service.post("/later", "{\"name\":\"a\",\"x\":1}").status()).isEqualTo(400);
		}
	}

	@Test
	void anAdviceOfTheApplicationAnswersWhatItKnows() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, Advice.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"x\":1}").body()).isEqualTo("own DecodingException");
		}
	}

	@RestController
	static class Streams {

		@PostMapping("/stream")
		Mono<String> stream(@RequestBody Flux<Shop.Order> orders) {
			return orders.map(Shop.Order::name).reduce("", String::concat);
		}

		@PostMapping("/later")
		Mono<String> later(@RequestBody Mono<Shop.Order> order) {
			return order.map(Shop.Order::name);
		}

	}

	static class Functions {

		@Bean
		RouterFunction<ServerResponse> function() {
			return RouterFunctions.route()
				.POST("/function",
						(request) -> request.bodyToMono(Shop.Order.class)
							.flatMap((order) -> ServerResponse.ok().bodyValue(order.name())))
				.build();
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> unreadable(ServerWebInputException ex) {
			return ResponseEntity.status(422).body("own " + ex.getCause().getClass().getSimpleName());
		}

	}

}
