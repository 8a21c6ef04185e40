package dev.mainstay.tests.coexistence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.context.request.async.DeferredResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that makes its HTTP clients itself, with timeouts of its own.
 */
class OwnClientsTests {

	@Test
	void nothingIsAddedToThem() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithClients.class,
				(http) -> Stream.of("/by-builder", "/by-template")
					.flatMap((path) -> Stream.of(http.get(path + "?target=unavailable&port=" + port(http)),
							http.get(path + "?target=slow&port=" + port(http)))),
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting((answer) -> answer.body())
			.containsExactly("503 after 1 calls", "timed out after 1 calls", "503 after 1 calls",
					"timed out after 1 calls");
	}

	private static String port(Http http) {
		return http.get("/port").body();
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Handlers.class)
	static class WithClients {

		@Bean
		RestClient.Builder restClientBuilder() {
			return RestClient.builder().requestFactory(impatient());
		}

		@Bean
		RestTemplate restTemplate() {
			return new RestTemplate(impatient());
		}

		private static SimpleClientHttpRequestFactory impatient() {
			SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
			factory.setReadTimeout(Duration.ofMillis(200));
			return factory;
		}

	}

	@RestController
	static class Handlers {

		private final AtomicInteger calls = new AtomicInteger();

		private final RestClient client;

		private final RestTemplate template;

		Handlers(RestClient.Builder builder, RestTemplate template) {
			this.client = builder.build();
			this.template = template;
		}

		@GetMapping("/port")
		String port(HttpServletRequest request) {
			return String.valueOf(request.getLocalPort());
		}

		@GetMapping("/by-builder")
		String byBuilder(@RequestParam String target, @RequestParam int port) {
			return outcome(() -> this.client.get().uri(url(target, port)).retrieve().toBodilessEntity());
		}

		@GetMapping("/by-template")
		String byTemplate(@RequestParam String target, @RequestParam int port) {
			return outcome(() -> this.template.getForEntity(url(target, port), Void.class));
		}

		@GetMapping("/unavailable")
		ResponseEntity<Void> unavailable() {
			this.calls.incrementAndGet();
			return ResponseEntity.status(503).build();
		}

		@GetMapping("/slow")
		DeferredResult<String> slow() {
			this.calls.incrementAndGet();
			return new DeferredResult<>(600L, "slow");
		}

		private String outcome(Runnable call) {
			this.calls.set(0);
			try {
				call.run();
				return "fine";
			}
			catch (HttpServerErrorException ex) {
				return ex.getStatusCode().value() + " after " + this.calls.get() + " calls";
			}
			catch (ResourceAccessException ex) {
				return "timed out after " + this.calls.get() + " calls";
			}
		}

		private static String url(String target, int port) {
			return "http://127.0.0.1:" + port + "/" + target;
		}

	}

}
