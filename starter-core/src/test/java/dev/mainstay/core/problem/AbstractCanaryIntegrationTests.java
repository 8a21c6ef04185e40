package dev.mainstay.core.problem;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Looks for a word that no caller may read, and for one of the caller's that nobody may
 * find in the log, on every way in which a request can fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
public abstract class AbstractCanaryIntegrationTests {

	/** In the messages of failures. */
	protected static final String SECRET = "secret-" + "canary";

	/** In what callers send. */
	private static final String INPUT = "input-" + "canary";

	private ConfigurableApplicationContext context;

	protected abstract WebApplicationType type();

	protected abstract Class<?>[] parts();

	@BeforeAll
	void start() {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(Application.class).web(type());
		builder.sources(parts());
		this.context = builder
			.properties("server.port=0", "spring.main.banner-mode=off",
					"logging.pattern.console=%level [%X{requestId}] %logger %msg%n%ex{full}")
			.run();
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "handler", "nested", "wrapped", "future", "advice", "filter", "later", "own" })
	void aFailureIsOneEventAndTellsNothing(String way, CapturedOutput output) {
		Answer answer = get("/fail/" + way, "failed-" + way);
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.json().path("code").asString()).isEqualTo("internal-error");
		assertThat(answer.json().path("requestId").asString()).isEqualTo("failed-" + way);
		assertThat(answer.all()).doesNotContain(SECRET);
		assertThat(events(output, "failed-" + way)).singleElement().asString().startsWith("ERROR");
		assertThat(lines(output, "ERROR")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 409, 422 })
	void aStatusThatTheApplicationChoseIsOneEvent(int status, CapturedOutput output) {
		Answer answer = get("/status/" + status, "chosen-" + status);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.all()).doesNotContain(SECRET);
		assertThat(events(output, "chosen-" + status))
			.containsExactly("INFO [chosen-" + status + "] mainstay.failure Rejected GET /status/{status}: " + status
					+ " " + answer.json().path("code").asString());
		assertThat(output).doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void aStatusOfTheServicesOwnFaultIsOneEventWithTheStackTrace(int status, CapturedOutput output) {
		Answer answer = get("/status/" + status, "fault-" + status);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.all()).doesNotContain(SECRET);
		assertThat(events(output, "fault-" + status))
			.containsExactly("ERROR [fault-" + status + "] mainstay.failure Failed GET /status/{status}");
		assertThat(output).containsOnlyOnce("ResponseStatusException: " + status);
	}

	static Stream<Arguments> inputs() {
		return Stream.of(arguments("GET", "/" + INPUT, "", 404), arguments("GET", "/number/" + INPUT, "", 400),
				arguments("GET", "/query?number=" + INPUT, "", 400), arguments("GET", "/query?other=" + INPUT, "", 400),
				arguments("GET", "/header", "", 400), arguments("POST", "/number/7?" + INPUT, "{}", 405),
				arguments("POST", "/body", "{\"" + INPUT, 400), arguments("POST", "/body", "\"" + INPUT + "\"", 400),
				arguments("POST", "/body", "{\"amount\":\"" + INPUT + "\"}", 400),
				arguments("POST", "/body", "{\"amount\":0,\"mail\":\"" + INPUT + "\"}", 400),
				arguments("POST", "/body?type=" + INPUT, "{}", 415),
				arguments("POST", "/body?accept", "{\"amount\":1}", 406), arguments("INPUTCANARY", "/body", "{}", 405));
	}

	@ParameterizedTest
	@MethodSource("inputs")
	void whatACallerSentIsInNoLine(String method, String path, String body, int status, CapturedOutput output) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
			.method(method, BodyPublishers.ofString(body))
			.header("X-Request-Id", "rejected")
			.header("X-Number", INPUT)
			.header("Accept", path.endsWith("?accept") ? "application/" + INPUT : "application/json")
			.header("Content-Type", path.contains("?type") ? "application/" + INPUT : "application/json");
		Answer answer = Answer.to(request);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(events(output, "rejected")).singleElement()
			.asString()
			.startsWith("INFO [rejected] mainstay.failure Rejected ")
			.endsWith(": " + status + " " + answer.json().path("code").asString());
		assertThat(output.toString()).doesNotContainIgnoringCase(INPUT).doesNotContain("INPUTCANARY");
		assertThat(output.toString().lines().filter(AbstractCanaryIntegrationTests::isAlarming)).isEmpty();
	}

	/**
	 * Hibernate Validator has the API of persistence look for a provider, now and then.
	 */
	private static boolean isAlarming(String line) {
		return (line.contains("WARN") || line.contains("ERROR")) && !line.contains(" jakarta.persistence.spi ");
	}

	protected final Answer get(String path, String id) {
		return Answer.get(url(path), "X-Request-Id", id);
	}

	protected static List<String> events(CapturedOutput output, String id) {
		return output.toString().lines().filter((line) -> line.contains("[" + id + "] mainstay.failure ")).toList();
	}

	protected static List<String> lines(CapturedOutput output, String level) {
		return output.toString().lines().filter((line) -> line.startsWith(level + " ")).toList();
	}

	private String url(String path) {
		return "http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + path;
	}

	record Body(@Min(1) int amount, @Email String mail) {

	}

	static class UnhandledInAdvice extends RuntimeException {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ InputController.class, ThrowingAdvice.class })
	static class Application {

	}

	@RestControllerAdvice
	static class ThrowingAdvice {

		@ExceptionHandler
		String handle(UnhandledInAdvice failure) {
			throw new IllegalStateException(SECRET);
		}

	}

	@RestController
	static class InputController {

		@GetMapping("/status/{status}")
		String status(@PathVariable int status) {
			throw new ResponseStatusException(HttpStatus.valueOf(status), SECRET);
		}

		@GetMapping("/number/{number}")
		int number(@PathVariable int number) {
			return number;
		}

		@GetMapping("/query")
		int query(@RequestParam int number) {
			return number;
		}

		@GetMapping("/header")
		int header(@RequestHeader("X-Number") int number) {
			return number;
		}

		@PostMapping(path = "/body", consumes = "application/json", produces = "application/json")
		Body body(@RequestBody @Valid Body body) {
			return body;
		}

		@GetMapping("/fail/advice")
		String advice() {
			throw new UnhandledInAdvice();
		}

		@GetMapping("/fail/handler")
		String handler() {
			throw new IllegalStateException(SECRET);
		}

		@GetMapping("/fail/nested")
		String nested() {
			throw new IllegalStateException("outer", new IllegalArgumentException(SECRET));
		}

		@GetMapping("/fail/wrapped")
		String wrapped() throws Exception {
			throw new Exception(SECRET, new IllegalArgumentException(SECRET));
		}

	}

}
