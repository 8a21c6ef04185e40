package dev.mainstay.tests.coexistence;

import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A small reactive application, annotated and functional, without a word of Mainstay.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ReactiveApplication.Controller.class)
public class ReactiveApplication {

	public static void main(String[] args) {
		SpringApplication.run(ReactiveApplication.class, args);
	}

	@Bean
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/functional/{id}",
					(request) -> ServerResponse.ok().bodyValue(Map.of("id", request.pathVariable("id"))))
			.GET("/functional-failing", (request) -> Mono.error(new IllegalStateException("not for the caller")))
			.build();
	}

	public record Order(@NotBlank String customer) {

	}

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		@GetMapping("/orders/{id}")
		Mono<Map<String, Integer>> find(@PathVariable int id) {
			return Mono.fromSupplier(() -> {
				logger.info("Found order {}", id);
				return Map.of("id", id);
			});
		}

		@PostMapping("/validated-orders")
		Mono<Map<String, String>> create(@Valid @RequestBody Order order) {
			return Mono.just(Map.of("customer", order.customer()));
		}

		@GetMapping("/failing")
		Mono<String> fail() {
			return Mono.error(new IllegalStateException("cannot log in with password=" + "hunter" + 2));
		}

	}

}
