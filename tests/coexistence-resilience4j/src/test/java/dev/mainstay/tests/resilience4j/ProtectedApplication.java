package dev.mainstay.tests.resilience4j;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.retry.annotation.Retry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * An application that has protected its calls itself, in every way that Spring
 * applications do.
 */
@SpringBootApplication(scanBasePackages = "none")
@EnableResilientMethods
@EnableRetry
@Import({ ProtectedApplication.Stock.class, ProtectedApplication.Archive.class, ProtectedApplication.Controller.class })
class ProtectedApplication {

	static class Stock {

		private final RestClient client;

		private final RetryRegistry retries;

		Stock(RestClient.Builder builder, RetryRegistry retries, @Value("${stock.url}") String url) {
			this.client = builder.baseUrl(url).build();
			this.retries = retries;
		}

		@Retry(name = "stock")
		public int retry(String method, String path) {
			return call(method, path);
		}

		@Retry(name = "stock")
		@CircuitBreaker(name = "stock", fallbackMethod = "fallback")
		public int retryAndBreaker(String method, String path) {
			return call(method, path);
		}

		@CircuitBreaker(name = "guarded", fallbackMethod = "fallback")
		public int breaker(String method, String path) {
			return call(method, path);
		}

		int fallback(String method, String path, Throwable failure) {
			return -1;
		}

		@Bulkhead(name = "stock")
		public int bulkhead(String method, String path) {
			return call(method, path);
		}

		@RateLimiter(name = "stock")
		public int rateLimiter(String method, String path) {
			return call(method, path);
		}

		@Retry(name = "stock")
		public CompletableFuture<Integer> future(String method, String path) {
			return CompletableFuture.supplyAsync(() -> call(method, path));
		}

		public int decorated(String method, String path) {
			Supplier<Integer> call = () -> call(method, path);
			return this.retries.retry("stock").executeSupplier(call);
		}

		@Retryable(maxRetries = 2, delay = 1)
		public int retryable(String method, String path) {
			return call(method, path);
		}

		@ConcurrencyLimit(1)
		public int limited(String method, String path) {
			return call(method, path);
		}

		int call(String method, String path) {
			return this.client.method(HttpMethod.valueOf(method))
				.uri("/" + path)
				.retrieve()
				.toBodilessEntity()
				.getStatusCode()
				.value();
		}

	}

	/** Spring Retry is around every method of a class that has one for it. */
	static class Archive {

		private final Stock stock;

		Archive(Stock stock) {
			this.stock = stock;
		}

		@org.springframework.retry.annotation.Retryable(maxAttempts = 4, backoff = @Backoff(delay = 1))
		public int retryable(String method, String path) {
			return this.stock.call(method, path);
		}

		public int once(String method, String path) {
			return this.stock.call(method, path);
		}

	}

	@RestController
	static class Controller {

		private final Stock stock;

		private final Archive archive;

		Controller(Stock stock, Archive archive) {
			this.stock = stock;
			this.archive = archive;
		}

		@GetMapping("/{kind}/{method}/{path}")
		String call(@PathVariable String kind, @PathVariable String method, @PathVariable String path,
				@RequestParam(defaultValue = "1") int times) {
			StringBuilder outcomes = new StringBuilder();
			for (int i = 0; i < times; i++) {
				outcomes.append(outcome(kind, method, path)).append(' ');
			}
			return outcomes.toString().strip();
		}

		private String outcome(String kind, String method, String path) {
			try {
				return String.valueOf(byKind(kind, method, path));
			}
			catch (RuntimeException ex) {
				return ex.getClass().getSimpleName();
			}
		}

		private int byKind(String kind, String method, String path) {
			return switch (kind) {
				case "retry" -> this.stock.retry(method, path);
				case "retry-and-breaker" -> this.stock.retryAndBreaker(method, path);
				case "breaker" -> this.stock.breaker(method, path);
				case "bulkhead" -> this.stock.bulkhead(method, path);
				case "rate-limiter" -> this.stock.rateLimiter(method, path);
				case "future" -> this.stock.future(method, path).join();
				case "decorated" -> this.stock.decorated(method, path);
				case "retryable" -> this.stock.retryable(method, path);
				case "limited" -> this.stock.limited(method, path);
				case "spring-retry" -> this.archive.retryable(method, path);
				case "beside-spring-retry" -> this.archive.once(method, path);
				case "unprotected" -> this.stock.call(method, path);
				default -> throw new IllegalArgumentException(kind);
			};
		}

	}

}
