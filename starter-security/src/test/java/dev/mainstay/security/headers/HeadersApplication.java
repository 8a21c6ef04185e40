package dev.mainstay.security.headers;

import java.net.URI;
import java.util.Map;

import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with every kind of answer.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(LateFilterConfiguration.class)
class HeadersApplication {

	@RestController
	static class Answers {

		@GetMapping("/json")
		Map<String, String> json() {
			return Map.of("a", "b");
		}

		@CrossOrigin("https://partner.example")
		@GetMapping("/shared")
		Map<String, String> shared() {
			return Map.of("a", "b");
		}

		@GetMapping("/own")
		ResponseEntity<Map<String, String>> own() {
			return ResponseEntity.ok()
				.header("Content-Security-Policy", "default-src https:")
				.header("Cache-Control", "max-age=60")
				.body(Map.of("a", "b"));
		}

		@GetMapping(path = "/page", produces = "text/html;charset=UTF-8")
		String page() {
			return "<!doctype html><title>page</title>";
		}

		/** A string is text/plain for a browser that wants a script, and runs. */
		@GetMapping("/config.js")
		String script() {
			return "window.config = {};";
		}

		@GetMapping("/cbor")
		ResponseEntity<byte[]> cbor() {
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_CBOR).body(new byte[] { (byte) 0xA0 });
		}

		@GetMapping(path = "/stream", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Map<String, Integer>> stream() {
			return Flux.range(0, 5000).map((number) -> Map.of("number", number));
		}

		@GetMapping("/moved")
		ResponseEntity<Void> moved() {
			return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/json")).build();
		}

		@GetMapping("/nothing")
		ResponseEntity<Void> nothing() {
			return ResponseEntity.noContent().build();
		}

		@GetMapping("/download")
		ResponseEntity<String> download() {
			return ResponseEntity.ok()
				.header("Content-Disposition", "attachment; filename=\"a.json\"")
				.contentType(MediaType.APPLICATION_JSON)
				.body("{}");
		}

		@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> events() {
			return Flux.just("one", "two");
		}

		@GetMapping("/failure")
		String failure() {
			throw new IllegalStateException("broken");
		}

	}

}
