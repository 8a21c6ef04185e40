package dev.mainstay.observability.slo;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * An application on WebFlux in which requests end well and badly.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ReactiveEndingsApplication.Endings.class)
public class ReactiveEndingsApplication {

	@RestController
	static class Endings {

		@GetMapping("/ok/{id}")
		Mono<String> ok(@PathVariable String id) {
			return Mono.just("ok");
		}

		@GetMapping("/throws")
		Mono<String> fail() {
			throw new IllegalStateException("in the handler");
		}

		@GetMapping("/conflict")
		Mono<String> conflict() {
			return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
		}

		@GetMapping("/unavailable")
		Mono<String> unavailable() {
			return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
		}

		@GetMapping("/slow")
		Mono<String> slow() {
			return Mono.delay(Duration.ofMillis(400)).map((tick) -> "slow");
		}

		@GetMapping("/late-failure")
		Mono<String> lateFailure() {
			return Mono.delay(Duration.ofMillis(20)).map((tick) -> {
				throw new IllegalStateException("late");
			});
		}

		@GetMapping("/timeout")
		Mono<String> timeout() {
			return Mono.<String>never().timeout(Duration.ofMillis(50));
		}

		@GetMapping(path = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> sse() {
			return Flux.just("a", "b");
		}

		@GetMapping(path = "/sse-fails", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> sseFails() {
			return Flux.just("a", "b").concatWith(Mono.error(new IllegalStateException("in the stream")));
		}

		@GetMapping(path = "/sse-endless", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> endless() {
			return Flux.<String>generate((sink) -> sink.next("x".repeat(500)));
		}

	}

}
