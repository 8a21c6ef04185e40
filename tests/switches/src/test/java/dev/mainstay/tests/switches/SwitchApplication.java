package dev.mainstay.tests.switches;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * A service that uses a bit of everything that Mainstay has a switch for.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SwitchApplication.Orders.class, SwitchApplication.Calls.class, Degraded.class, Cookies.class })
class SwitchApplication {

	record Order(@NotBlank String customer, Kind kind, List<String> tags) {

	}

	enum Kind {

		SMALL, LARGE

	}

	@RestController
	static class Orders {

		private static final Logger logger = LoggerFactory.getLogger(Orders.class);

		@GetMapping("/ok")
		Map<String, String> ok() {
			logger.info("Looked at it for bob@example.org with loyalty=abc and password={}", "hunter" + 2);
			return Map.of("ok", "yes");
		}

		@GetMapping(path = "/page", produces = "text/html")
		String page() {
			return "<!doctype html><title>Page</title>";
		}

		@GetMapping("/echo")
		Map<String, String> echo(@RequestParam String text) {
			return Map.of("text", text);
		}

		@GetMapping("/pages")
		Map<String, Integer> page(Pageable pageable) {
			return Map.of("size", pageable.getPageSize());
		}

		@GetMapping("/gone")
		ProblemDetail gone() {
			return ProblemDetail.forStatus(HttpStatus.GONE);
		}

		@GetMapping("/failing")
		String fail() {
			throw new IllegalStateException("broken");
		}

		@PostMapping("/orders")
		ResponseEntity<Map<String, String>> order(@RequestBody Order order) {
			return ResponseEntity.status(HttpStatus.CREATED)
				.header("X-Warehouse", "north")
				.body(Map.of("customer", order.customer()));
		}

		@PostMapping("/files")
		String take(@RequestParam MultipartFile file) {
			return "taken";
		}

		@PostMapping("/refused")
		ResponseEntity<Map<String, String>> refuse() {
			return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("reason", "sold out"));
		}

		/** Answered by the time-out, and never done. */
		@PostMapping("/late")
		DeferredResult<String> late() {
			return new DeferredResult<>();
		}

	}

	@RestController
	static class Calls {

		private final RestClient client;

		Calls(RestClient.Builder builder) {
			this.client = builder.build();
		}

		@GetMapping("/calling")
		String call(@RequestParam String url) {
			return String.valueOf(this.client.get().uri(url).retrieve().body(String.class));
		}

		@PostMapping("/charging")
		String charge(@RequestParam String url) {
			this.client.post().uri(url).retrieve().toBodilessEntity();
			throw new IllegalStateException("broken after the charge");
		}

	}

}
