package dev.mainstay.core.problem;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application says of its own failures, on both web stacks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractOwnFailuresIntegrationTests {

	private static final String NAME = AbstractOwnFailuresIntegrationTests.class.getName() + "$";

	private static final Map<String, RuntimeException> FAILURES = Map.of("annotated", new Annotated("canary"), "below",
			new BelowAnnotated("canary"), "foreign", new Foreign("canary"), "nearest", new NearForeign("canary"),
			"both", new AnnotatedAndListed("canary"), "status", new ListedWithStatus("canary"), "mapped",
			new MappedAndAnnotated("canary"), "carried", new Carried(), "wrong", new WronglyAnnotated("canary"));

	private Service service;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.service = Service.start(type(),
				new Class<?>[] { FailingController.class, OwnAdvice.class, MapperConfiguration.class },
				"spring.mvc.problemdetails.enabled=true", "spring.webflux.problemdetails.enabled=true",
				property("Foreign", "status=410"), property("Foreign", "code=foreign"),
				property("NearForeign", "status=423"), property("NearForeign", "code=near"),
				property("NearForeign", "title=Quite Near"), property("AnnotatedAndListed", "status=429"),
				property("AnnotatedAndListed", "code=rate-limited"), property("ListedWithStatus", "status=409"),
				property("ListedWithStatus", "code=listed"), property("Carried", "status=410"),
				property("Carried", "code=never"));
	}

	private static String property(String type, String rest) {
		return "mainstay.problem.exceptions[" + NAME + type + "]." + rest;
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@ParameterizedTest
	@CsvSource({ "annotated, 422, out-of-stock, Out Of Stock", "below, 422, out-of-stock, Out Of Stock",
			"foreign, 410, foreign, Foreign", "nearest, 423, near, Quite Near", "both, 429, rate-limited, Rate Limited",
			"status, 409, listed, Listed", "mapped, 402, mapped, Mapped", "carried, 404, carried, Carried",
			"wrong, 500, internal-error, Internal Error" })
	void aFailureMeansWhatTheApplicationSays(String name, int status, String code, String title) {
		Answer answer = this.service.get("/failing/" + name);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("title").asString()).isEqualTo(title);
		assertThat(answer.all()).doesNotContain("canary");
	}

	@ParameterizedTest
	@CsvSource({ "/details/returned, 410, gone", "/details/entity, 409, conflict", "/details/thrown, 404, not-found",
			"/details/late, 423, locked", "/details/handled, 429, rate-limited" })
	void aProblemDetailOfTheApplicationIsCompleted(String path, int status, String code) {
		Answer answer = this.service.get(path, "X-Request-Id", "r-42");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		JsonNode json = answer.json();
		assertThat(json.path("detail").asString()).isEqualTo("Own words.");
		assertThat(json.path("code").asString()).isEqualTo(code);
		assertThat(json.path("requestId").asString()).isEqualTo("r-42");
		assertThat(json.path("own").asInt()).isEqualTo(7);
	}

	@Test
	void whatTheApplicationPutIntoAProblemDetailStays() {
		JsonNode json = this.service.get("/details/complete").json();
		assertThat(json.path("code").asString()).isEqualTo("mine");
		assertThat(json.path("requestId").asString()).isEqualTo("mine");
	}

	@Test
	void aProblemDetailOfTheFrameworkIsCompletedWithTheFinerCode() {
		JsonNode json = this.service.get("/details/number/x").json();
		assertThat(json.path("type").isMissingNode() || json.path("type").asString().equals("about:blank")).isTrue();
		assertThat(json.path("code").asString()).isEqualTo("malformed-request");
		assertThat(json.path("requestId").asString()).isNotEmpty();
	}

	@Test
	void completionHasASwitch() {
		try (Service off = Service.start(type(), new Class<?>[] { FailingController.class },
				"mainstay.problem.complete-problem-details=false")) {
			assertThat(off.get("/details/returned").json().has("code")).isFalse();
		}
	}

	@ProblemMapping(code = "out-of-stock", status = 422)
	static class Annotated extends RuntimeException {

		Annotated(String message) {
			super(message);
		}

	}

	static class BelowAnnotated extends Annotated {

		BelowAnnotated(String message) {
			super(message);
		}

	}

	static class Foreign extends RuntimeException {

		Foreign(String message) {
			super(message);
		}

	}

	static class NearForeign extends Foreign {

		NearForeign(String message) {
			super(message);
		}

	}

	static class AnnotatedAndListed extends Annotated {

		AnnotatedAndListed(String message) {
			super(message);
		}

	}

	@ResponseStatus(HttpStatus.NOT_FOUND)
	static class ListedWithStatus extends RuntimeException {

		ListedWithStatus(String message) {
			super(message);
		}

	}

	static class MappedAndAnnotated extends Annotated {

		MappedAndAnnotated(String message) {
			super(message);
		}

	}

	@ProblemMapping(code = "no-failure", status = 200)
	static class WronglyAnnotated extends RuntimeException {

		WronglyAnnotated(String message) {
			super(message);
		}

	}

	static class Carried extends ProblemException {

		Carried() {
			super(Problem.of(404, "carried", "Carried"));
		}

	}

	static class Handled extends RuntimeException {

	}

	@RestController
	static class FailingController {

		@GetMapping("/failing/{name}")
		String fail(@PathVariable String name) {
			throw FAILURES.get(name);
		}

		@GetMapping("/details/returned")
		ProblemDetail returned() {
			return detail(410);
		}

		@GetMapping("/details/entity")
		ResponseEntity<ProblemDetail> entity() {
			return ResponseEntity.of(detail(409)).build();
		}

		@GetMapping("/details/thrown")
		String thrown() {
			throw new ErrorResponseException(HttpStatus.NOT_FOUND, detail(404), null);
		}

		@GetMapping("/details/late")
		Mono<ProblemDetail> late() {
			return Mono.delay(Duration.ofMillis(10)).map((tick) -> detail(423));
		}

		@GetMapping("/details/handled")
		String handled() {
			throw new Handled();
		}

		@GetMapping("/details/complete")
		ProblemDetail complete() {
			ProblemDetail detail = detail(410);
			detail.setProperty("code", "mine");
			detail.setProperty("requestId", "mine");
			return detail;
		}

		@GetMapping("/details/number/{number}")
		int number(@PathVariable int number) {
			return number;
		}

	}

	private static ProblemDetail detail(int status) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), "Own words.");
		detail.setProperty("own", 7);
		return detail;
	}

	@RestControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler
		ProblemDetail handle(Handled failure) {
			return detail(429);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MapperConfiguration {

		@Bean
		ProblemMapper mapper() {
			return (failure) -> (failure instanceof MappedAndAnnotated) ? Problem.of(402, "mapped", "Mapped") : null;
		}

	}

}
