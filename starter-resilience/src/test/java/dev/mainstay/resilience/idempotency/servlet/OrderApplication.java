package dev.mainstay.resilience.idempotency.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StreamUtils;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * An application with one handler for each way to answer.
 */
@SpringBootApplication(proxyBeanMethods = false)
class OrderApplication {

	/**
	 * A filter of the application between the user's and the handler.
	 */
	static Filter authentication() {
		return (request, response, chain) -> {
			HttpServletRequest http = (HttpServletRequest) request;
			String user = http.getHeader("X-User");
			if ("nobody".equals(user)) {
				((HttpServletResponse) response).sendError(401);
				return;
			}
			chain.doFilter((user != null) ? withUser(http, user) : http, response);
		};
	}

	private static HttpServletRequest withUser(HttpServletRequest request, String user) {
		return new HttpServletRequestWrapper(request) {

			@Override
			public Principal getUserPrincipal() {
				return () -> user;
			}

		};
	}

	@Bean
	FilterRegistrationBean<Filter> authenticationFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(authentication());
		registration.setOrder(-100);
		return registration;
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

		final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

		volatile CountDownLatch entered = new CountDownLatch(1);

		int count() {
			return this.executions.incrementAndGet();
		}

		@PostMapping("/orders")
		ResponseEntity<Map<String, Object>> create(@RequestBody Map<String, Object> order) {
			int number = count();
			return ResponseEntity.status(201)
				.header("Location", "/orders/" + number)
				.header("ETag", "\"" + number + "\"")
				.header("Set-Cookie", "cart=" + number)
				.header("X-Trace", UUID.randomUUID().toString())
				.body(Map.of("number", number, "item", order.getOrDefault("item", "none")));
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

		@PostMapping("/writer")
		void writer(HttpServletResponse response) throws IOException {
			response.setContentType("text/plain");
			response.setCharacterEncoding("UTF-8");
			response.getWriter().print("Grüße " + count());
			response.flushBuffer();
			response.getWriter().print("!");
		}

		/** Leaves it to the container to flush what it has written. */
		@PostMapping("/writer/{status}")
		void writer(@PathVariable int status, @RequestParam int kb, HttpServletResponse response) throws IOException {
			response.setStatus(status);
			response.setContentType("text/plain;charset=UTF-8");
			response.getWriter().append("ü".repeat(512 * kb)).append((char) ('0' + count() % 10)).println();
		}

		@PostMapping(path = "/bin", produces = "application/octet-stream")
		byte[] bin(@RequestParam int bytes) {
			byte[] random = new byte[bytes];
			new Random(count()).nextBytes(random);
			return random;
		}

		@PostMapping("/gzip")
		ResponseEntity<byte[]> gzip() throws IOException {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
				gzip.write(("order " + count()).getBytes(StandardCharsets.UTF_8));
			}
			return ResponseEntity.ok()
				.header("Content-Encoding", "gzip")
				.contentType(MediaType.TEXT_PLAIN)
				.body(bytes.toByteArray());
		}

		@PostMapping("/204")
		ResponseEntity<Void> noContent() {
			count();
			return ResponseEntity.noContent().build();
		}

		@PostMapping("/303")
		void redirect(HttpServletResponse response) throws IOException {
			response.sendRedirect("/orders/" + count(), 303);
		}

		@PostMapping("/form")
		String form(@RequestParam String a, @RequestParam(required = false) String b, HttpServletRequest request) {
			return count() + ":" + a + ":" + b + ":" + String.join(",", request.getParameterValues("a"));
		}

		@PostMapping("/form/raw")
		String rawForm(HttpServletRequest request) throws IOException {
			return count() + ":" + StreamUtils.copyToString(request.getInputStream(), StandardCharsets.UTF_8);
		}

		@PostMapping("/multipart")
		String multipart(@RequestParam String name, @RequestParam MultipartFile one, @RequestParam MultipartFile two)
				throws IOException {
			return count() + ":" + name + ":" + new String(one.getBytes(), StandardCharsets.UTF_8) + ":"
					+ new String(two.getBytes(), StandardCharsets.UTF_8);
		}

		@PostMapping("/async")
		CompletableFuture<Map<String, Object>> async() {
			return CompletableFuture.supplyAsync(() -> Map.of("number", count()));
		}

		@PostMapping("/async-fails")
		CompletableFuture<String> asyncFails() {
			return CompletableFuture.supplyAsync(() -> {
				throw new IllegalStateException("failure " + count());
			});
		}

		@PostMapping("/async-rejects")
		CompletableFuture<String> asyncRejects() {
			return CompletableFuture.supplyAsync(() -> {
				count();
				throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED, "no money");
			});
		}

		@PostMapping("/deferred-timeout")
		DeferredResult<String> deferredTimeout() {
			count();
			return new DeferredResult<>(50L);
		}

		@PostMapping("/raw-async")
		void rawAsync(HttpServletRequest request, HttpServletResponse response) {
			AsyncContext context = request.startAsync(request, response);
			context.start(() -> {
				try {
					response.getWriter().print("order " + count());
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
				context.complete();
			});
		}

		@PostMapping("/stream")
		StreamingResponseBody stream() {
			count();
			return (stream) -> {
				for (int i = 0; i < 3; i++) {
					stream.write(("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
					stream.flush();
				}
			};
		}

		@PostMapping("/sse")
		SseEmitter sse(@RequestParam String gate) {
			count();
			SseEmitter emitter = new SseEmitter();
			CompletableFuture.runAsync(() -> {
				try {
					emitter.send("first");
					this.gates.computeIfAbsent(gate, (key) -> new CountDownLatch(1)).await(20, TimeUnit.SECONDS);
					emitter.send("second");
					emitter.complete();
				}
				catch (IOException | InterruptedException ex) {
					emitter.completeWithError(ex);
				}
			});
			return emitter;
		}

		@PostMapping("/reject")
		String reject() {
			throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED, "no money for " + count());
		}

		@PostMapping("/conflict")
		ResponseEntity<String> conflict() {
			return ResponseEntity.status(409).body("conflict " + count());
		}

		@PostMapping("/status/{status}")
		ResponseEntity<String> status(@PathVariable int status) {
			return ResponseEntity.status(status).body("status " + count());
		}

		@PostMapping("/throw")
		String fail() {
			throw new IllegalStateException("failure " + count());
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
		String slow(@RequestParam String gate, @RequestParam(defaultValue = "0") int kb) throws InterruptedException {
			int number = count();
			this.entered.countDown();
			this.gates.computeIfAbsent(gate, (key) -> new CountDownLatch(1)).await(20, TimeUnit.SECONDS);
			return "slow " + number + "x".repeat(kb * 1024);
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
		int length(@RequestBody byte[] body) {
			count();
			return body.length;
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
