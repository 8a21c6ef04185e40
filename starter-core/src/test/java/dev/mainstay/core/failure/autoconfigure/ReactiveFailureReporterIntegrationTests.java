package dev.mainstay.core.failure.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.failure.FailureListener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "logging.pattern.console=%level [%X{requestId}] %logger %msg%n%ex{short}",
				"spring.main.web-application-type=reactive" })
class ReactiveFailureReporterIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private List<Throwable> failures;

	@BeforeEach
	void forget() {
		this.failures.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "handler", "late", "filter" })
	void aFailureIsOneLineWithTheIdHoweverItPasses(String way, CapturedOutput output) throws Exception {
		assertThat(get("/" + way, "id-of-" + way)).isEqualTo(500);
		Awaitility.await().until(() -> output.toString().contains("cause in " + way));
		assertThat(output).contains("ERROR [id-of-" + way + "] mainstay.failure Failed GET");
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in " + way))).hasSize(1);
		assertThat(this.failures).singleElement()
			.satisfies((failure) -> assertThat(failure).hasMessage("cause in " + way));
	}

	@Test
	void aFailureOfAnAnswerThatHasBegunIsOneLine(CapturedOutput output) {
		try {
			get("/broken", "broken-1");
		}
		catch (IOException | InterruptedException ex) {
			assertThat(ex).isInstanceOf(IOException.class);
		}
		Awaitility.await().until(() -> !this.failures.isEmpty());
		assertThat(output).contains("ERROR [broken-1] mainstay.failure Failed GET /broken");
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in broken"))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "handled", "caught" })
	void whatIsAnsweredIsNotReported(String way, CapturedOutput output) throws Exception {
		assertThat(get("/" + way, way + "-1")).isEqualTo(409);
		assertThat(output).doesNotContain("mainstay.failure");
		assertThat(this.failures).isEmpty();
	}

	private int get(String path, String id) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.header("X-Request-Id", id)
				.build(), BodyHandlers.ofString())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

		@Bean
		List<Throwable> failures() {
			return new CopyOnWriteArrayList<>();
		}

		@Bean
		FailureListener recording(List<Throwable> failures) {
			return (failure, exchange) -> failures.add(failure);
		}

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> switch (exchange.getRequest().getPath().value()) {
				case "/filter" -> Mono.error(new IllegalStateException("cause in filter"));
				case "/caught" -> chain.filter(exchange).onErrorResume((failure) -> {
					exchange.getResponse().setStatusCode(HttpStatus.CONFLICT);
					return exchange.getResponse().setComplete();
				});
				default -> chain.filter(exchange);
			};
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/handler")
		Mono<String> handler() {
			throw new IllegalStateException("cause in handler");
		}

		@GetMapping("/late")
		Mono<String> late() {
			return Mono.delay(Duration.ofMillis(20)).then(Mono.error(new IllegalStateException("cause in late")));
		}

		@GetMapping("/broken")
		Flux<String> broken() {
			return Flux.concat(Flux.just("begun".repeat(4000)), Mono.delay(Duration.ofMillis(100)).then(Mono.empty()),
					Flux.error(() -> new IllegalStateException("cause in broken")));
		}

		@GetMapping("/caught")
		Mono<String> caught() {
			return Mono.error(new IllegalStateException("cause in caught"));
		}

		@GetMapping("/handled")
		Mono<String> handled() {
			return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
		}

	}

}
