package dev.mainstay.resilience.idempotency.reactive;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * An application with one handler for each way to answer.
 */
@SpringBootApplication(proxyBeanMethods = false)
class ReactiveOrderApplication {

	@Bean
	Authentication authentication() {
		return new Authentication();
	}

	/**
	 * A filter of the application that knows the user.
	 */
	@Order(-100)
	static final class Authentication implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String user = exchange.getRequest().getHeaders().getFirst("X-User");
			if ("nobody".equals(user)) {
				exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
				return exchange.getResponse().setComplete();
			}
			return chain.filter((user != null) ? new UserExchange(exchange, user) : exchange);
		}

	}

	static final class UserExchange extends ServerWebExchangeDecorator {

		private final Principal user;

		UserExchange(ServerWebExchange exchange, String user) {
			super(exchange);
			this.user = () -> user;
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T extends Principal> Mono<T> getPrincipal() {
			return Mono.just((T) this.user);
		}

	}

	@Bean
	ProblemMapper soldOut() {
		return (failure) -> (failure instanceof SoldOut) ? Problem.of(409, "sold-out", "Sold Out") : null;
	}

	static final class SoldOut extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	@RestController
	static class Orders {

		final AtomicInteger executions = new AtomicInteger();

		final AtomicInteger cancelled = new AtomicInteger();

		final Map<String, Sinks.Empty<Void>> gates = new ConcurrentHashMap<>();

		volatile CountDownLatch entered = new CountDownLatch(1);

		int count() {
			return this.executions.incrementAndGet();
		}

		Mono<Void> gate(String name) {
			return this.gates.computeIfAbsent(name, (key) -> Sinks.empty()).asMono();
		}

		@PostMapping("/orders")
		Mono<ResponseEntity<Map<String, Object>>> create(@RequestBody Map<String, Object> order) {
			return Mono.fromCallable(() -> {
				int number = count();
				return ResponseEntity.status(201)
					.header("Location", "/orders/" + number)
					.header("ETag", "\"" + number + "\"")
					.header("Set-Cookie", "cart=" + number)
					.header("X-Trace", UUID.randomUUID().toString())
					.body(Map.of("number", number, "item", order.getOrDefault("item", "none")));
			});
		}

		@PatchMapping("/orders/{id}")
		Map<String, Object> change(@PathVariable String id, @RequestBody Map<String, Object> order) {
			return Map.of("number", count(), "id", id);
		}

		@GetMapping("/orders")
		int list() {
			return this.executions.get();
		}

		@PostMapping(path = "/text", produces = "text/plain;charset=UTF-8")
		String text() {
			return "Größe " + count();
		}

		@PostMapping(path = "/flux", produces = "application/json")
		Flux<Map<String, Integer>> flux() {
			return Flux.range(1, 3).delayElements(Duration.ofMillis(5)).map((i) -> Map.of("number", i + count()));
		}

		@PostMapping(path = "/bin", produces = "application/octet-stream")
		byte[] bin(@RequestParam int bytes) {
			byte[] random = new byte[bytes];
			new Random(count()).nextBytes(random);
			return random;
		}

		@PostMapping("/204")
		ResponseEntity<Void> noContent() {
			count();
			return ResponseEntity.noContent().build();
		}

		@PostMapping("/empty")
		Mono<Void> empty() {
			return Mono.fromRunnable(this::count);
		}

		@PostMapping("/direct")
		Mono<Void> direct(ServerHttpResponse response) {
			byte[] bytes = ("direct " + count()).getBytes(StandardCharsets.UTF_8);
			return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
		}

		@PostMapping("/async")
		CompletableFuture<Map<String, Object>> async() {
			return CompletableFuture.supplyAsync(() -> Map.of("number", count()));
		}

		@PostMapping("/form")
		Mono<String> form(ServerWebExchange exchange) {
			return exchange.getFormData().map((form) -> count() + ":" + form.getFirst("a") + ":" + form.getFirst("b"));
		}

		@PostMapping("/multipart")
		Mono<String> multipart(@RequestPart String name, @RequestPart FilePart one, @RequestPart Part two) {
			return Mono.zip(text(one), text(two))
				.map((texts) -> count() + ":" + name + ":" + texts.getT1() + ":" + texts.getT2());
		}

		private static Mono<String> text(Part part) {
			return DataBufferUtils.join(part.content()).map((buffer) -> buffer.toString(StandardCharsets.UTF_8));
		}

		@PostMapping(path = "/sse", produces = "text/event-stream")
		Flux<String> sse(@RequestParam String gate) {
			count();
			return Flux.concat(Mono.just("first"), gate(gate).thenReturn("second"))
				.doOnCancel(this.cancelled::incrementAndGet);
		}

		@PostMapping("/reject")
		Mono<String> reject() {
			return Mono
				.error(() -> new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED, "no money for " + count()));
		}

		@PostMapping("/status/{status}")
		ResponseEntity<String> status(@PathVariable int status) {
			return ResponseEntity.status(HttpStatusCode.valueOf(status)).body("status " + count());
		}

		@PostMapping("/throw")
		String fail() {
			throw new IllegalStateException("failure " + count());
		}

		@PostMapping("/fails")
		Mono<String> fails() {
			return Mono.error(() -> new IllegalStateException("failure " + count()));
		}

		@PostMapping("/sold-out")
		String soldOut() {
			count();
			throw new SoldOut();
		}

		@PostMapping("/advised")
		String advised() {
			count();
			throw new UnsupportedOperationException("advised");
		}

		@ExceptionHandler
		ResponseEntity<String> handle(UnsupportedOperationException ex) {
			return ResponseEntity.status(409).body("advised " + this.executions);
		}

		@PostMapping("/valid")
		String valid(@RequestBody @Validated Item item) {
			return "item " + count();
		}

		@InitBinder
		void validate(WebDataBinder binder) {
			if (binder.getTarget() instanceof Item) {
				binder.addValidators(Validator.forInstanceOf(Item.class, (item, errors) -> {
					if (item.quantity() < 1) {
						errors.reject("quantity");
					}
				}));
			}
		}

		@PostMapping("/slow")
		Mono<String> slow(@RequestParam String gate, @RequestParam(defaultValue = "0") int kb) {
			int number = count();
			this.entered.countDown();
			return gate(gate).then(Mono.fromCallable(() -> "slow " + number + "x".repeat(kb * 1024)))
				.doOnCancel(this.cancelled::incrementAndGet);
		}

		@PostMapping("/acct/{id}/close")
		String close(@PathVariable String id) {
			return "closed " + id + " " + count();
		}

		@PostMapping("/big")
		String big(@RequestParam int kb) {
			return count() + "x".repeat(kb * 1024);
		}

		@PostMapping("/length")
		Mono<Integer> length(ServerWebExchange exchange) {
			count();
			return exchange.getRequest().getBody().map((buffer) -> {
				int size = buffer.readableByteCount();
				DataBufferUtils.release(buffer);
				return size;
			}).reduce(0, Integer::sum);
		}

		@PostMapping("/own")
		String own(@RequestHeader("Idempotency-Key") String key) {
			return count() + ":" + key;
		}

		@PostMapping("/headers")
		String headers(@RequestHeader HttpHeaders headers) {
			return count() + ":" + headers.getFirst("Idempotency-Key");
		}

	}

	record Item(int quantity) {

	}

}
