package dev.mainstay.observability.tracing.sampling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

/**
 * Requests that end in all ways, each with a span of its work.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServletWork.Controller.class)
class ServletWork {

	@Bean
	ExportedSpans exportedSpans() {
		return new ExportedSpans();
	}

	@RestController
	static class Controller {

		private final ObservationRegistry registry;

		Controller(ObservationRegistry registry) {
			this.registry = registry;
		}

		@GetMapping("/fine")
		String fine() {
			return work();
		}

		@GetMapping("/missing")
		String missing() {
			work();
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}

		@GetMapping("/slow")
		String slow() throws InterruptedException {
			work();
			Thread.sleep(120);
			return "slow";
		}

		@GetMapping("/broken")
		String broken() {
			work();
			throw new IllegalStateException("broken");
		}

		@GetMapping("/unavailable")
		String unavailable() {
			work();
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
		}

		@GetMapping("/late-failure")
		CompletableFuture<String> lateFailure() {
			work();
			CompletableFuture<String> result = new CompletableFuture<>();
			CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
				.execute(() -> result.completeExceptionally(new IllegalStateException("late")));
			return result;
		}

		@GetMapping("/timeout")
		DeferredResult<String> timeout() {
			work();
			return new DeferredResult<>(50L);
		}

		private String work() {
			return Observation.createNotStarted("work", this.registry).observe(() -> "done");
		}

	}

}
