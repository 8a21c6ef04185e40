package dev.mainstay.observability.tracing.sampling;

import java.time.Duration;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The same on a reactive stack, where the thread changes on the way.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ReactiveWork.Controller.class)
class ReactiveWork {

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
		Mono<String> fine() {
			return work();
		}

		@GetMapping("/missing")
		Mono<String> missing() {
			return work().flatMap((done) -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
		}

		@GetMapping("/slow")
		Mono<String> slow() {
			return work().delayElement(Duration.ofMillis(120));
		}

		@GetMapping("/broken")
		Mono<String> broken() {
			return work().flatMap((done) -> Mono.error(new IllegalStateException("broken")));
		}

		@GetMapping("/unavailable")
		Mono<String> unavailable() {
			return work().flatMap((done) -> Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)));
		}

		@GetMapping("/late-failure")
		Mono<String> lateFailure() {
			return work().delayElement(Duration.ofMillis(20))
				.flatMap((done) -> Mono.error(new IllegalStateException("late")));
		}

		@GetMapping("/timeout")
		Mono<String> timeout() {
			return work().then(Mono.<String>never().timeout(Duration.ofMillis(50)));
		}

		private Mono<String> work() {
			return Mono.delay(Duration.ofMillis(1))
				.map((tick) -> Observation.createNotStarted("work", this.registry).observe(() -> "done"));
		}

	}

}
