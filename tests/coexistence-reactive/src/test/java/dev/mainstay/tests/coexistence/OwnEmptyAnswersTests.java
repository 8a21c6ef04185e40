package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that refuses without a word has given its answer.
 */
class OwnEmptyAnswersTests {

	@Test
	void theyStayEmpty() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithEmptyAnswers.class, OwnEmptyAnswersTests::requests,
				"--mainstay.mode=enforce");
		assertThat(answers.before()).extracting(Answer::body).containsOnly("");
		assertThat(answers.before()).extracting(Answer::status)
			.containsExactly(404, 404, 404, 409, 409, 503, 410, 404, 403, 403);
		assertThat(answers.after()).isEqualTo(answers.before());
		assertThat(answers.after().get(5).headers()).containsEntry("retry-after", "7");
		assertThat(answers.after().get(8).headers()).containsEntry("set-cookie", "seen=yes");
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/missing"), http.get("/missing", "Accept", "text/html"),
				http.exchange("HEAD", "/missing", ""), http.post("/taken", "{}"),
				http.post("/taken", "{}", "Idempotency-Key", "\"k-1\""), http.get("/busy"), http.get("/gone"),
				http.get("/functional-missing"), http.get("/orders/1", "X-Refused", "yes"),
				http.post("/taken", "{}", "X-Refused", "yes", "Idempotency-Key", "\"k-2\""));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Controller.class, RefusingFilter.class })
	static class WithEmptyAnswers {

		@Bean
		RouterFunction<ServerResponse> missing() {
			return RouterFunctions.route()
				.GET("/functional-missing", (request) -> ServerResponse.notFound().build())
				.build();
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/missing")
		ResponseEntity<Void> missing() {
			return ResponseEntity.notFound().build();
		}

		@PostMapping("/taken")
		Mono<ResponseEntity<Void>> taken() {
			return Mono.just(ResponseEntity.status(409).build());
		}

		@GetMapping("/busy")
		ResponseEntity<Void> busy() {
			return ResponseEntity.status(503).header("Retry-After", "7").build();
		}

		@GetMapping("/gone")
		@ResponseStatus(HttpStatus.GONE)
		Mono<Void> gone() {
			return Mono.empty();
		}

	}

	static class RefusingFilter implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			if (!exchange.getRequest().getHeaders().containsHeader("X-Refused")) {
				return chain.filter(exchange);
			}
			exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
			exchange.getResponse().addCookie(ResponseCookie.from("seen", "yes").build());
			return exchange.getResponse().setComplete();
		}

	}

}
