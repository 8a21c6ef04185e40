package dev.mainstay.core.problem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Stream;

import dev.mainstay.core.request.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A separate management port keeps the same contract on both web stacks.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractManagementPortIntegrationTests {

	protected static final String CANARY = "canary-hunter2";

	private static final String LOGGER = "/actuator/loggers/some.logger";

	private Service service;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.service = run();
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	protected Service run(String... properties) {
		return run(new Class<?>[] { Broken.class }, properties);
	}

	protected Service run(Class<?>[] parts, String... properties) {
		String[] all = Stream.concat(Stream.of(properties),
				Stream.of("management.server.port=0", "management.endpoints.web.exposure.include=*",
						"management.endpoint.loggers.access=unrestricted", "mainstay.validation.limits.body-size=64KB"))
			.toArray(String[]::new);
		return Service.start(type(), parts, all);
	}

	protected static int port(Service service) {
		return service.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
	}

	protected static Answer get(Service service, String path, String... headers) {
		return Answer.get("http://localhost:" + port(service) + path, headers);
	}

	private Answer post(String body, String type) {
		return Answer.post("http://localhost:" + port(this.service) + LOGGER, body, "Content-Type", type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/nope", "/nope", "/error" })
	void whatIsNotThereIsAProblem(String path) {
		assertContract(get(this.service, path), path, 404, "not-found");
	}

	@Test
	void whatElseIsTakenIsSaid() {
		Answer answer = Answer
			.to(HttpRequest.newBuilder(URI.create("http://localhost:" + port(this.service) + "/actuator/health"))
				.DELETE());
		assertContract(answer, "/actuator/health", 405, "method-not-allowed");
		assertThat(answer.header("Allow")).isEqualTo("GET");
		assertContract(post("x", "text/plain"), LOGGER, 415, "unsupported-media-type");
		assertContract(get(this.service, "/actuator/health", "Accept", "application/xml"), "/actuator/health", 406,
				"not-acceptable");
	}

	static Stream<Arguments> bodies() {
		return Stream.of(arguments("{\"configuredLevel\":", 400, "malformed-request"),
				arguments("{\"configuredLevel\":\"" + CANARY + "\"}", 400, "malformed-request"),
				arguments("{\"a\":".repeat(300), 400, "malformed-request"),
				arguments("{\"configuredLevel\":\"" + "a".repeat(100_000) + "\"}", 413, "payload-too-large"));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void aBodyThatIsWrongIsAProblem(String body, int status, String code) {
		Answer answer = post(body, "application/json");
		assertContract(answer, LOGGER, status, code);
		assertThat(answer.all()).doesNotContain(CANARY);
	}

	@Test
	void aDocumentIsReadWithinTheLimits() {
		Answer answer = post("{\"configuredLevel\":\"a\\u0000\"}", "application/json");
		assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("invalid-character");
	}

	@Test
	void whatWasFineIsFine() {
		assertThat(post("{\"configuredLevel\":null}", "application/json").status()).isEqualTo(204);
		assertThat(get(this.service, "/actuator/health").status()).isEqualTo(200);
		assertThat(this.service.get("/nope").status()).isEqualTo(404);
	}

	@Test
	void partsThatNobodyTakesAreAProblem() {
		Answer answer = post("--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nv\r\n--b--\r\n",
				"multipart/form-data; boundary=b");
		assertThat(answer.status()).isBetween(400, 499);
		assertContract(answer, LOGGER, answer.status(), answer.json().path("code").asString());
	}

	@Test
	void aFailureIsToldByItsIdOnlyAndLoggedOnce(CapturedOutput output) {
		Answer answer = get(this.service, "/actuator/broken?trace=true&message=true", "X-Request-Id", "id-of-broken");
		assertContract(answer, "/actuator/broken", 500, "internal-error");
		assertThat(answer.header("X-Request-Id")).isEqualTo("id-of-broken");
		assertThat(answer.json().path("requestId").asString()).isEqualTo("id-of-broken");
		assertThat(answer.all()).doesNotContain(CANARY, "Exception");
		Awaitility.await().until(() -> output.toString().contains(CANARY));
		assertThat(output.toString().lines().filter((line) -> line.contains("GET /actuator/broken"))).hasSize(1);
	}

	@Test
	void anAnswerIsOneEvent(CapturedOutput output) {
		get(this.service, "/actuator/nope-" + CANARY);
		Awaitility.await().until(() -> output.toString().contains("404 not-found"));
		assertThat(output.toString().lines().filter((line) -> line.contains("Rejected"))).hasSize(1);
		assertThat(output).doesNotContain(CANARY);
	}

	@Test
	void aClientThatPrefersAPageGetsASmallOne() {
		Answer answer = get(this.service, "/actuator/nope", "Accept", "text/html");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).contains("<title>404 Not Found</title>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", "GARBAGE\r\n" })
	void whatTheServerRefusesIsAProblem(String head) throws IOException {
		String answer = RawClient.send(port(this.service), head + "\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ")
			.containsIgnoringCase("content-type: application/problem+json")
			.containsIgnoringCase("x-request-id: ");
		String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
		assertThat(JsonMapper.shared().readTree(body).path("code").asString()).isEqualTo("malformed-request");
	}

	@Test
	void theSwitchRestoresTheAnswersOfBoot() {
		try (Service off = run("mainstay.problem.enabled=false")) {
			Answer answer = get(off, "/actuator/nope");
			assertThat(answer.status()).isEqualTo(404);
			assertThat(answer.type()).isEqualTo("application/json");
			assertThat(answer.json().has("code")).isFalse();
		}
	}

	private static void assertContract(Answer answer, String path, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("type").asString()).isEqualTo("urn:problem-type:mainstay:" + code);
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("instance").asString()).isEqualTo(path);
		assertThat(answer.json().path("requestId").asString()).isNotBlank().isEqualTo(answer.header("X-Request-Id"));
	}

	@Endpoint(id = "broken")
	protected static class Broken {

		@ReadOperation
		String read() {
			throw new IllegalStateException(CANARY);
		}

	}

}
