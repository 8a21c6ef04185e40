package dev.mainstay.resilience.rejection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.problem.ProblemMapping;
import dev.mainstay.resilience.call.Repetition;
import dev.mainstay.resilience.call.Resilience;
import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the caller of this service gets when a call to another one was not made.
 */
@Timeout(120)
class RejectionProblemIntegrationTests {

	@Test
	void eachReasonIsTold() {
		try (Dependency dependency = Dependency.answering(503, "Retry-After: 60")) {
			run(WebApplicationType.SERVLET, dependency, (port) -> {
				assertThat(get(port, "/calling/asked").statusCode()).isEqualTo(503);
				assertProblem(get(port, "/calling/asked"), 503, "dependency-unavailable", 55, 60);
				assertThat(dependency.requests()).hasSize(1);
				assertThat(get(port, "/working/limited").statusCode()).isEqualTo(200);
				assertProblem(get(port, "/working/limited"), 503, "temporarily-overloaded", 1, 3600);
				assertProblem(get(port, "/late"), 504, "deadline-exceeded", 0, 0);
				get(port, "/failing/broken");
				get(port, "/failing/broken");
				assertProblem(get(port, "/failing/broken"), 503, "dependency-unavailable", 5, 5);
			});
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void itIsToldHoweverDeepItIsWrapped(WebApplicationType type) {
		try (Dependency dependency = Dependency.answering(200)) {
			run(type, dependency, (port) -> assertProblem(get(port, "/wrapped"), 503, "temporarily-overloaded", 1, 1));
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void whatTheApplicationSaysOfItsOwnFailureStays(WebApplicationType type) {
		try (Dependency dependency = Dependency.answering(200)) {
			run(type, dependency, (port) -> {
				assertProblem(get(port, "/said/thrown"), 422, "out-of-stock", 0, 0);
				assertProblem(get(port, "/said/declared"), 409, "no-prices", 0, 0);
				assertProblem(get(port, "/said/annotated"), 410, "no-orders", 0, 0);
				assertProblem(get(port, "/said/status"), 404, "not-found", 0, 0);
				assertProblem(get(port, "/said/of-a-class"), 409, "conflict", 0, 0);
			});
		}
	}

	private static void assertProblem(HttpResponse<String> answer, int status, String code, int earliest, int latest) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
		if (latest == 0) {
			assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
		}
		else {
			assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween((long) earliest,
					(long) latest);
		}
	}

	private static HttpResponse<String> get(String port, String path) {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
						BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void run(WebApplicationType type, Dependency dependency, Consumer<String> test) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "spring.main.banner-mode=off", "dependency=" + dependency.url(),
					"spring.http.clients.imperative.factory=jdk", "mainstay.http-client.breaker=enforce",
					"mainstay.http-client.circuit-breaker.minimum-calls=2",
					"mainstay.problem.exceptions[" + Declared.class.getName() + "].code=no-prices",
					"mainstay.problem.exceptions[" + Declared.class.getName() + "].status=409",
					"mainstay.http-client.clients.limited.rate-limit.calls=1",
					"mainstay.http-client.clients.limited.rate-limit.period=1h")
			.run()) {
			test.accept(context.getEnvironment().getProperty("local.server.port"));
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Calling.class)
	static class Application {

	}

	@RestController
	static class Calling {

		private final Resilience resilience;

		private final RestClient client;

		Calling(Resilience resilience, RestClient.Builder builder, Environment environment) {
			this.resilience = resilience;
			this.client = builder.baseUrl(environment.getRequiredProperty("dependency")).build();
		}

		@GetMapping("/calling/{name}")
		String calling(@PathVariable String name) {
			return this.client.get()
				.attribute(ClientName.ATTRIBUTE, name)
				.retrieve()
				.toBodilessEntity()
				.getStatusCode()
				.toString();
		}

		@GetMapping("/working/{name}")
		String working(@PathVariable String name) {
			return this.resilience.call(name, () -> "done");
		}

		@GetMapping("/failing/{name}")
		String failing(@PathVariable String name) throws IOException {
			return this.resilience.run(name, Repetition.NEVER, () -> {
				throw new IOException("reset");
			});
		}

		@GetMapping("/late")
		String late() {
			try (Deadline.Scope scope = Deadline.after(Duration.ZERO).open()) {
				return this.resilience.call("late", () -> "done");
			}
		}

		@GetMapping("/wrapped")
		String wrapped() {
			throw new IllegalStateException(new IllegalArgumentException(rejection()));
		}

		@GetMapping("/said/{how}")
		String said(@PathVariable String how) {
			throw switch (how) {
				case "thrown" -> new ProblemException(Problem.of(422, "out-of-stock", "Out Of Stock"), rejection());
				case "declared" -> new Declared(rejection());
				case "annotated" -> new Annotated(rejection());
				case "status" -> new ResponseStatusException(HttpStatus.NOT_FOUND, "private", rejection());
				default -> new OfAClass(rejection());
			};
		}

		private static CallRejectedException rejection() {
			return new CallRejectedException("full", RejectionReason.CONCURRENCY_LIMITED, Duration.ofMillis(300));
		}

	}

	static final class Declared extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Declared(Throwable cause) {
			super(cause);
		}

	}

	@ProblemMapping(code = "no-orders", status = 410)
	static final class Annotated extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Annotated(Throwable cause) {
			super(cause);
		}

	}

	@ResponseStatus(HttpStatus.CONFLICT)
	static final class OfAClass extends RuntimeException {

		private static final long serialVersionUID = 1L;

		OfAClass(Throwable cause) {
			super(cause);
		}

	}

}
