package dev.mainstay.core.problem;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What both web stacks answer alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractProblemIntegrationTests {

	private static final String NONE = "null";

	private Service service;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.service = Service.start(type(), new Class<?>[] { MapperConfiguration.class });
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	static Stream<Arguments> gets() {
		return Stream.of(arguments("/boom", 500, "internal-error", NONE), arguments("/nope", 404, "not-found", NONE),
				arguments("/orders", 405, "method-not-allowed", NONE),
				arguments("/orders/abc", 400, "malformed-request", error("path", "id", "type-mismatch")),
				arguments("/orders/99999999999999999999", 400, "malformed-request",
						error("path", "id", "type-mismatch")),
				arguments("/search?page=x", 400, "malformed-request", error("parameter", "page", "type-mismatch")),
				arguments("/search?page=1", 400, "malformed-request", error("parameter", "text", "required")),
				arguments("/search?page=1&text=a", 400, "malformed-request", error("header", "X-Tenant", "required")),
				arguments("/taken", 409, "conflict", NONE), arguments("/out-of-stock", 422, "out-of-stock", NONE),
				arguments("/status/404", 404, "not-found", NONE), arguments("/status/418", 418, "client-error", NONE),
				arguments("/status/503", 503, "temporarily-overloaded", NONE),
				arguments("/stock?amount=0", 500, "internal-error", NONE),
				arguments("/validated-result", 500, "internal-error", NONE));
	}

	@ParameterizedTest
	@MethodSource("gets")
	void aFailureHasItsCodeAndItsPlace(String path, int status, String code, String errors) {
		Answer answer = this.service.get(path, "Accept", "*/*");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertContract(answer.json(), path, status, code);
		assertThat(withoutDetails(answer.json())).isEqualTo(errors);
	}

	static Stream<Arguments> posts() {
		return Stream.of(arguments("{\"customer\":", "malformed-request", NONE),
				arguments("", "malformed-request", NONE),
				arguments("{\"kind\":\"ZZZ\"}", "malformed-request", error("pointer", "#/kind", "unknown-enum")),
				arguments("{\"items\":[{\"quantity\":1},{\"quantity\":\"abc\"}]}", "malformed-request",
						error("pointer", "#/items/1/quantity", "type-mismatch")),
				arguments("{\"items\":[{\"quantity\":null}]}", "malformed-request",
						error("pointer", "#/items/0/quantity", "type-mismatch")),
				arguments("{\"customer\":\" \",\"items\":[{\"sku\":\"a\",\"quantity\":0}]}", "validation-failed",
						"[{\"pointer\":\"#/customer\",\"code\":\"not-blank\"},"
								+ "{\"pointer\":\"#/items/0/quantity\",\"code\":\"min\"}]"));
	}

	@ParameterizedTest
	@MethodSource("posts")
	void aBodyThatIsWrongHasItsPlace(String body, String code, String errors) {
		Answer answer = this.service.post("/orders", body);
		assertContract(answer.json(), "/orders", 400, code);
		assertThat(withoutDetails(answer.json())).isEqualTo(errors);
	}

	@Test
	void parametersThatBreakAConstraintHaveTheirPlaces() {
		Answer answer = this.service.get("/search?page=0&text=aaaa", "X-Tenant", " ");
		assertThat(withoutDetails(answer.json()))
			.isEqualTo("[{\"parameter\":\"page\",\"code\":\"min\"},{\"parameter\":\"text\",\"code\":\"size\"},"
					+ "{\"header\":\"X-Tenant\",\"code\":\"not-blank\"}]");
	}

	@Test
	void aValidatedControllerIsTheCallersFault() {
		Answer answer = this.service.get("/validated/0?q=abcd");
		assertContract(answer.json(), "/validated/0", 400, "validation-failed");
		assertThat(withoutDetails(answer.json()))
			.isEqualTo("[{\"parameter\":\"q\",\"code\":\"size\"},{\"path\":\"id\",\"code\":\"min\"}]");
	}

	@Test
	void theElementsOfAListHaveTheirPlaces() {
		Answer answer = this.service.post("/bulk", "[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"\",\"quantity\":1}]");
		assertThat(withoutDetails(answer.json())).isEqualTo(error("pointer", "#/1/sku", "not-blank"));
	}

	@Test
	void moreThanAHundredErrorsAreCut() {
		String items = "{\"sku\":\"\",\"quantity\":0},".repeat(150);
		Answer answer = this.service.post("/orders",
				"{\"customer\":\"c\",\"items\":[" + items.substring(0, items.length() - 1) + "]}");
		assertThat(answer.json().path("errors")).hasSize(100);
		assertThat(answer.json().path("errorsTruncated").asBoolean()).isTrue();
	}

	@Test
	void constraintsSpeakTheLanguageOfTheCaller() {
		Answer answer = this.service.post("/orders", "{\"customer\":\"\",\"items\":[]}", "Accept-Language", "de");
		assertThat(answer.json().path("errors").path(0).path("detail").asString()).isEqualTo("darf nicht leer sein");
	}

	@Test
	void aRejectedValueIsNotRepeated() {
		String card = "4111" + "11111111" + "1112";
		Answer answer = this.service.post("/orders", "{\"customer\":\"c\",\"items\":[{\"sku\":\"a\",\"quantity\":1}],"
				+ "\"email\":\"no-address\",\"card\":\"" + card + "\"}");
		assertThat(answer.json().path("errors")).hasSize(2);
		assertThat(answer.all()).doesNotContain(card, "no-address");
	}

	@ParameterizedTest
	@MethodSource("secrets")
	void aMessageIsToldToNobody(String path, String accept) {
		Answer answer = this.service.get(path + "?trace=true&message=true&errors=true", "Accept", accept);
		assertThat(answer.status()).isGreaterThanOrEqualTo(400);
		assertThat(answer.all()).doesNotContain("hunter", "Exception", "dev.mainstay.core.problem.Orders");
	}

	static Stream<Arguments> secrets() {
		return Stream.of("/boom", "/taken", "/out-of-stock", "/status/400", "/status/500", "/own/500")
			.flatMap((path) -> Stream.of("*/*", "text/html", "application/xml", "application/json")
				.map((accept) -> arguments(path, accept)));
	}

	@Test
	void whatElseIsTakenIsSaid() {
		assertThat(this.service.get("/orders").header("Allow")).isEqualTo("POST");
		Answer unsupported = this.service.post("/orders", "x", "Content-Type", "text/plain");
		assertContract(unsupported.json(), "/orders", 415, "unsupported-media-type");
		assertThat(unsupported.header("Accept")).isEqualTo("application/json");
	}

	@Test
	void whateverIsAcceptedTheAnswerIsAProblem() {
		Answer answer = this.service.post("/orders", "{}", "Accept", "application/xml");
		assertContract(answer.json(), "/orders", 406, "not-acceptable");
		assertThat(this.service.get("/boom", "Accept", "nonsense").json().path("status").asInt()).isEqualTo(500);
	}

	@Test
	void aClientThatPrefersAPageGetsASmallOne() {
		Answer answer = this.service.get("/boom", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.type()).isEqualTo("text/html;charset=UTF-8");
		assertThat(answer.body()).contains("<title>500 Internal Error</title>").doesNotContain("hunter", "Whitelabel");
		assertThat(answer.header("Content-Security-Policy")).isEqualTo(ProblemFormat.HTML_POLICY);
	}

	@Test
	void theApplicationsOwnWordsAreKept() {
		JsonNode json = this.service.get("/own/409").json();
		assertThat(json.path("detail").asString()).isEqualTo("Own words.");
		assertThat(json.path("code").asString()).isEqualTo("own-code");
		assertThat(json.path("limit").asInt()).isEqualTo(3);
		assertThat(this.service.get("/own/500").body()).doesNotContain("Own words.");
	}

	@Test
	void theMembersOfBootAreKept() {
		JsonNode json = this.service.get("/taken").json();
		assertThat(json.path("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
		assertThat(json.path("error").asString()).isEqualTo("Conflict");
		assertThat(json.path("path").asString()).isEqualTo("/taken");
	}

	@Test
	void theAnswerNamesItsRequest() {
		Answer answer = this.service.get("/boom", "X-Request-Id", "r-42");
		assertThat(answer.header("X-Request-Id")).isEqualTo("r-42");
		assertThat(answer.json().path("requestId").asString()).isEqualTo("r-42");
		assertThat(this.service.get("/boom", "X-Request-Id", "r-42", "Accept", "text/html").body()).contains("r-42");
	}

	private static void assertContract(JsonNode json, String path, int status, String code) {
		assertThat(json.path("type").asString()).isEqualTo("urn:problem-type:mainstay:" + code);
		assertThat(json.path("status").asInt()).isEqualTo(status);
		assertThat(json.path("code").asString()).isEqualTo(code);
		assertThat(json.path("title").asString()).isNotBlank();
		assertThat(json.path("instance").asString()).isEqualTo(path.replaceAll("\\?.*", ""));
	}

	private static String error(String in, String place, String code) {
		return "[{\"" + in + "\":\"" + place + "\",\"code\":\"" + code + "\"}]";
	}

	private static String withoutDetails(JsonNode json) {
		return json.has("errors")
				? json.path("errors").toString().replaceAll(",\"detail\":\"[^\"]*\"(,\"params\":\\{[^}]*})?", "")
				: NONE;
	}

	@Configuration(proxyBeanMethods = false)
	static class MapperConfiguration {

		@Bean
		ProblemMapper outOfStock() {
			return (failure) -> (failure instanceof Orders.OutOfStockException)
					? Problem.of(422, "out-of-stock", "Out Of Stock") : null;
		}

	}

}
