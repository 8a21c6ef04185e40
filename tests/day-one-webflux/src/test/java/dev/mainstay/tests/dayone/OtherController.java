package dev.mainstay.tests.dayone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;

@RestController
class OtherController {

	/** Two of the routes are functions. */
	@Bean
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/failing", (request) -> Mono.error(new IllegalStateException("not for the caller")))
			.GET("/redirect", (request) -> ServerResponse.status(302).header("Location", "/text").build())
			.build();
	}

	@GetMapping("/text")
	Mono<String> text() {
		return Mono.just("plain");
	}

	@GetMapping(path = "/page", produces = MediaType.TEXT_HTML_VALUE)
	Mono<String> page() {
		return Mono.just("<!doctype html><title>Page</title><p onclick=\"alert(1)\">Hello</p>");
	}

	@GetMapping("/download")
	ResponseEntity<byte[]> download() {
		return ResponseEntity.ok()
			.header("Content-Disposition", "attachment; filename=report.csv")
			.contentType(MediaType.parseMediaType("text/csv"))
			.body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/cached")
	Mono<ResponseEntity<Map<String, String>>> cached() {
		return Mono.just(ResponseEntity.ok()
			.header("Cache-Control", "max-age=60")
			.header("X-Content-Type-Options", "nosniff")
			.header("Referrer-Policy", "origin")
			.body(Map.of("cached", "yes")));
	}

	@GetMapping("/async-failing")
	Mono<String> asyncFailing() {
		return Mono.delay(Duration.ofMillis(20)).then(Mono.error(new IllegalStateException("not for the caller")));
	}

	@GetMapping("/late")
	Mono<String> late() {
		return Mono.<String>never().timeout(Duration.ofMillis(200));
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> events() {
		return Flux.just("one");
	}

	@GetMapping(path = "/stream", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<Map<String, Integer>> stream() {
		return Flux.just(Map.of("part", 1), Map.of("part", 2));
	}

	@GetMapping("/refused")
	Mono<Void> refuse() {
		return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, "members only"));
	}

	@PostMapping("/form")
	Map<String, String> form(@RequestParam String name) {
		return Map.of("name", name);
	}

}
