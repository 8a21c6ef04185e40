package dev.mainstay.tests.coexistence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filters of an application that do what Mainstay does, too, do it as before.
 */
class OwnFilterTests {

	@Test
	void anIdAndAContextOfTheApplicationAreItsOwn() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithCorrelation.class, (http) -> Stream.of(http.get("/ids"),
				http.get("/ids", "X-Request-Id", "theirs"), http.get("/orders/1", "X-Request-Id", "theirs"),
				http.get("/functional/7", "X-Request-Id", "theirs"), http.get("/failing", "X-Request-Id", "theirs")),
				"--mainstay.mode=enforce");
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.after()).extracting((answer) -> answer.headers().get("x-request-id"))
			.containsExactly("own-none", "own-theirs", "own-theirs", "own-theirs", "own-theirs");
		assertThat(answers.after().get(1).body()).isEqualTo("context own-theirs");
		assertThat(answers.features()).containsEntry("request-id", "on");
	}

	@Test
	void aFilterForKeysIsTheOnlyOne() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithKeyFilter.class,
				(http) -> Stream.of(http.post("/counted", "", "Idempotency-Key", "k"),
						http.post("/counted", "", "Idempotency-Key", "k"), http.post("/counted", "")),
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting((answer) -> answer.body())
			.containsExactly("1", "kept by the application", "2");
		assertThat(answers.features().get("idempotency")).startsWith("backed-off").contains("OwnIdempotencyFilter");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, CorrelationFilter.class, Controller.class })
	static class WithCorrelation {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, OwnIdempotencyFilter.class, Controller.class })
	static class WithKeyFilter {

	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class CorrelationFilter implements WebFilter {

		static final String KEY = "correlation";

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String given = exchange.getRequest().getHeaders().getFirst("X-Request-Id");
			String id = "own-" + ((given != null) ? given : "none");
			exchange.getResponse().getHeaders().set("X-Request-Id", id);
			return chain.filter(exchange).contextWrite((context) -> context.put(KEY, id));
		}

	}

	static class OwnIdempotencyFilter implements WebFilter {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String key = exchange.getRequest().getHeaders().getFirst("Idempotency-Key");
			if (key == null || !this.seen.contains(key)) {
				this.seen.add(String.valueOf(key));
				return chain.filter(exchange);
			}
			byte[] body = "kept by the application".getBytes(StandardCharsets.US_ASCII);
			exchange.getResponse().getHeaders().set("Content-Type", "text/plain;charset=UTF-8");
			return exchange.getResponse().writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(body)));
		}

	}

	@RestController
	static class Controller {

		private final AtomicInteger count = new AtomicInteger();

		@PostMapping("/counted")
		Mono<String> count() {
			return Mono.fromSupplier(() -> String.valueOf(this.count.incrementAndGet()));
		}

		@GetMapping("/ids")
		Mono<String> ids() {
			return Mono.deferContextual((context) -> Mono.just("context " + context.get(CorrelationFilter.KEY)));
		}

	}

}
