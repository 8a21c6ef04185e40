package dev.mainstay.tests.failures;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import reactor.core.publisher.Mono;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls another service, with each of the clients, and does work for which there is no
 * room.
 */
@RestController
class CallController {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final RestClient jdk;

	private final RestClient simple;

	private final WebClient reactive = WebClient.create();

	private final HttpClient plain = HttpClient.newHttpClient();

	CallController() {
		JdkClientHttpRequestFactory jdkRequests = new JdkClientHttpRequestFactory();
		jdkRequests.setReadTimeout(PATIENCE);
		this.jdk = RestClient.builder().requestFactory(jdkRequests).build();
		SimpleClientHttpRequestFactory simpleRequests = new SimpleClientHttpRequestFactory();
		simpleRequests.setReadTimeout(PATIENCE);
		this.simple = RestClient.builder().requestFactory(simpleRequests).build();
	}

	@GetMapping("/call/jdk")
	Map<?, ?> callWithJdk(@RequestParam String url) {
		return this.jdk.get().uri(url).retrieve().requiredBody(Map.class);
	}

	@GetMapping("/call/simple")
	Map<?, ?> callWithUrlConnection(@RequestParam String url) {
		return this.simple.get().uri(url).retrieve().requiredBody(Map.class);
	}

	@GetMapping("/call/reactive")
	Mono<String> callWithWebClient(@RequestParam String url) {
		return this.reactive.get().uri(url).retrieve().bodyToMono(String.class).timeout(PATIENCE);
	}

	@GetMapping("/call/blocking")
	String callAndWait(@RequestParam String url) {
		return String.valueOf(this.reactive.get().uri(url).retrieve().bodyToMono(String.class).block(PATIENCE));
	}

	@GetMapping("/call/plain")
	String callWithoutSpring(@RequestParam String url) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
		return this.plain.send(request, BodyHandlers.ofString()).body();
	}

	@GetMapping("/call/later")
	CompletableFuture<Map<?, ?>> callLater(@RequestParam String url) {
		return CompletableFuture.supplyAsync(() -> callWithJdk(url));
	}

	@GetMapping("/broken")
	String broken() throws Exception {
		CircuitBreaker breaker = CircuitBreaker.ofDefaults("canary");
		breaker.transitionToOpenState();
		return breaker.executeCallable(() -> "never");
	}

	@GetMapping("/full")
	String full() throws Exception {
		BulkheadConfig none = BulkheadConfig.custom().maxConcurrentCalls(0).maxWaitDuration(Duration.ZERO).build();
		return Bulkhead.of("canary", none).executeCallable(() -> "never");
	}

	@GetMapping("/limited")
	String limited() throws Exception {
		RateLimiter limiter = RateLimiter.of("canary",
				RateLimiterConfig.custom()
					.limitForPeriod(1)
					.limitRefreshPeriod(Duration.ofHours(1))
					.timeoutDuration(Duration.ZERO)
					.build());
		limiter.acquirePermission();
		return limiter.executeCallable(() -> "never");
	}

	@GetMapping("/rejected")
	Callable<String> rejected() {
		ExecutorService executor = Executors.newSingleThreadExecutor();
		executor.shutdown();
		executor.submit(() -> "never");
		return () -> "never";
	}

	@GetMapping("/task-rejected")
	String taskRejected() {
		throw new TaskRejectedException("canary");
	}

	@GetMapping("/late")
	String late() throws Exception {
		return new CompletableFuture<String>().get(1, TimeUnit.MILLISECONDS);
	}

	@GetMapping("/late-wrapped")
	String lateWrapped() {
		throw new IllegalStateException("canary", new TimeoutException("canary"));
	}

	/** Never done; the time-out answers. */
	@GetMapping("/unanswered")
	DeferredResult<String> unanswered() {
		return new DeferredResult<>(1L);
	}

	@GetMapping("/argument")
	String argument() {
		throw new IllegalArgumentException("canary");
	}

}
