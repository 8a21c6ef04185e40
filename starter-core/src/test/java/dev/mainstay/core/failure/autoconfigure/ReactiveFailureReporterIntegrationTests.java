package dev.mainstay.core.failure.autoconfigure;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ReactiveFailureReporterIntegrationTests {

	private static final String PATTERN = "logging.pattern.console=%level [%X{requestId}] %logger %msg%n%ex{short}";

	private static final Logger logger = LoggerFactory.getLogger(ReactiveFailureReporterIntegrationTests.class);

	private static final List<Throwable> failures = new CopyOnWriteArrayList<>();

	@AfterEach
	void forget() {
		failures.clear();
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "limited" })
	void aFailureIsOneLineWithTheIdHoweverItPasses(String propagation, CapturedOutput output) {
		try (Service service = start("spring.reactor.context-propagation=" + propagation)) {
			for (String way : List.of("thrown", "signalled", "late", "elsewhere", "filter")) {
				Answer answer = service.get("/" + way, "X-Request-Id", "id-of-" + way);
				assertThat(answer.status()).isEqualTo(500);
				assertOneLine(output, way);
			}
			assertThat(failures).hasSize(5);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void aFailureAfterTheAnswerWasBegunIsOneLine(String ours, CapturedOutput output) {
		try (Service service = start("mainstay.problem.enabled=" + ours)) {
			for (String way : List.of("committed", "committed-elsewhere")) {
				begin(service, way);
				Awaitility.await().until(() -> output.toString().contains("Caused in " + way + "."));
				assertOneLine(output, way);
			}
			assertThat(output).doesNotContain("HttpWebHandlerAdapter", "HttpServerOperations");
		}
	}

	private static void begin(Service service, String way) {
		try {
			service.get("/" + way, "X-Request-Id", "id-of-" + way);
		}
		catch (RuntimeException ex) {
			assertThat(ex).hasMessageContaining("chunked");
		}
	}

	private static void assertOneLine(CapturedOutput output, String way) {
		assertThat(output.toString().lines().filter((line) -> line.contains("Caused in " + way + "."))).hasSize(1);
		assertThat(output).contains("ERROR [id-of-" + way + "] mainstay.failure Failed GET");
	}

	@Test
	void theSameInstanceThatFailsFurtherRequestsIsReportedForEach(CapturedOutput output) {
		try (Service service = start()) {
			for (int i = 1; i <= 3; i++) {
				service.get("/shared", "X-Request-Id", "shared-" + i);
				assertThat(output).contains("ERROR [shared-" + i + "] mainstay.failure Failed GET /shared");
			}
			assertThat(failures).hasSize(3);
		}
	}

	@Test
	void whatHasAnAnswerIsTheCallersFaultOrAFailure(CapturedOutput output) {
		try (Service service = start()) {
			List<Integer> statuses = new ArrayList<>();
			for (String path : List.of("/conflict", "/nope", "/thrown?answered", "/unavailable")) {
				statuses.add(service.get(path).status());
			}
			assertThat(statuses).containsExactly(409, 404, 202, 503);
			assertThat(failures).singleElement()
				.satisfies((failure) -> assertThat(failure).hasMessageStartingWith("503"));
			assertThat(events(output)).containsExactly("INFO mainstay.failure Rejected GET /conflict: 409 conflict",
					"INFO mainstay.failure Rejected GET without a handler: 404 not-found",
					"ERROR mainstay.failure Failed GET /unavailable");
		}
	}

	private static List<String> events(CapturedOutput output) {
		return output.toString()
			.lines()
			.filter((line) -> line.contains("mainstay.failure"))
			.map((line) -> line.replaceFirst("\\[.*] ", ""))
			.toList();
	}

	@Test
	void aClientThatGoesAwayWhileItSendsIsNoFailure(CapturedOutput output) throws Exception {
		try (Service service = start()) {
			try (Socket socket = new Socket("localhost", service.port())) {
				socket.setSoLinger(true, 0);
				socket.getOutputStream()
					.write("POST /sent HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf".getBytes());
				Awaitility.await().until(() -> output.toString().contains("reading begins"));
			}
			Awaitility.await().until(() -> output.toString().contains("reading ends"));
			assertThat(service.get("/conflict").status()).isEqualTo(409);
			assertThat(failures).isEmpty();
			assertThat(events(output)).containsExactly("INFO mainstay.failure Rejected GET /conflict: 409 conflict");
		}
	}

	@Test
	void whatAMapperTakesForTheCallersFaultIsNoError(CapturedOutput output) {
		try (Service service = start(Mapping.class)) {
			assertThat(service.get("/thrown").status()).isEqualTo(422);
			assertThat(output).contains("Rejected GET /thrown").doesNotContain("ERROR");
		}
	}

	@Test
	void whatAnUnorderedHandlerOfTheApplicationAnswersIsNotReported(CapturedOutput output) {
		try (Service service = start(OwnHandler.class)) {
			assertThat(service.get("/thrown").status()).isEqualTo(423);
			assertThat(failures).isEmpty();
			assertThat(service.get("/signalled", "X-Request-Id", "id-of-signalled").status()).isEqualTo(500);
			assertOneLine(output, "signalled");
		}
	}

	private static Service start(String... properties) {
		return start(Nothing.class, properties);
	}

	private static Service start(Class<?> part, String... properties) {
		return new Service(new SpringApplicationBuilder(Application.class, part).web(WebApplicationType.REACTIVE)
			.properties(properties)
			.properties(PATTERN, "server.port=0", "spring.main.banner-mode=off")
			.run());
	}

	private record Service(ConfigurableApplicationContext context) implements AutoCloseable {

		int port() {
			return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		}

		Answer get(String path, String... headers) {
			return Answer.get("http://localhost:" + port() + path, headers);
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Parts.class)
	static class Application {

		/** The first application to be closed must not close the others' connections. */
		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ofMillis(100));
			return resources;
		}

	}

	static class Nothing {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHandler {

		@Bean
		ErrorWebExceptionHandler unordered() {
			return (exchange, failure) -> {
				if (failure.getMessage().contains("signalled")) {
					return Mono.error(failure);
				}
				exchange.getResponse().setStatusCode(HttpStatus.LOCKED);
				return exchange.getResponse().setComplete();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mapping {

		@Bean
		ProblemMapper mapper() {
			return (failure) -> Problem.of(422, "own", "Own");
		}

	}

	@RestController
	static class Parts {

		private static final IllegalStateException SHARED = new IllegalStateException("always the same");

		@Bean
		FailureListener recording() {
			return (failure, exchange) -> failures.add(failure);
		}

		@Bean
		WebFilter answering() {
			return (exchange, chain) -> {
				if (exchange.getRequest().getPath().value().equals("/filter")) {
					return Mono.error(failure("filter"));
				}
				return chain.filter(exchange)
					.onErrorResume((ex) -> exchange.getRequest().getQueryParams().containsKey("answered"), (ex) -> {
						exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
						return exchange.getResponse().setComplete();
					});
			};
		}

		private static IllegalStateException failure(String way) {
			return new IllegalStateException("Caused in " + way + ".");
		}

		@GetMapping("/thrown")
		Mono<String> thrown() {
			throw failure("thrown");
		}

		@PostMapping("/sent")
		Mono<String> sent(@RequestBody Mono<byte[]> body) {
			return body.doOnSubscribe((subscription) -> logger.info("reading begins"))
				.doOnTerminate(() -> logger.info("reading ends"))
				.thenReturn("sent");
		}

		@GetMapping("/signalled")
		Mono<String> signalled() {
			return Mono.error(failure("signalled"));
		}

		@GetMapping("/late")
		Mono<String> late() {
			return Mono.delay(Duration.ofMillis(20)).then(Mono.error(() -> failure("late")));
		}

		@GetMapping("/elsewhere")
		Mono<String> elsewhere() {
			return Mono.<String>error(() -> failure("elsewhere")).subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/shared")
		Mono<String> shared() {
			return Mono.error(SHARED);
		}

		@GetMapping("/conflict")
		Mono<String> conflict() {
			return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
		}

		@GetMapping("/unavailable")
		Mono<String> unavailable() {
			return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
		}

		@GetMapping(path = "/committed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> committed() {
			return Flux.concat(Flux.just("begun"),
					Mono.delay(Duration.ofMillis(50)).then(Mono.error(() -> failure("committed"))));
		}

		@GetMapping(path = "/committed-elsewhere", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> committedElsewhere() {
			return Flux.concat(Flux.just("begun"),
					Mono.delay(Duration.ofMillis(50))
						.then(Mono.<String>error(() -> failure("committed-elsewhere")))
						.subscribeOn(Schedulers.boundedElastic()));
		}

	}

}
