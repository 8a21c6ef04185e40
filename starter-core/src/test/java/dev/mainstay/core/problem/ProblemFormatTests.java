package dev.mainstay.core.problem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.problem.Violation.In;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemFormatTests {

	private static final ProblemOccurrence OCCURRENCE = new ProblemOccurrence("/orders/1", "r-1", "t-1", Map.of());

	private final ProblemFormat format = new ProblemFormat("urn:x:", TextMasker.none());

	@AfterEach
	void clear() {
		MDC.clear();
	}

	@Test
	void writesTheMembersInTheirOrder() {
		Problem problem = Problem.of(ProblemCode.VALIDATION_FAILED)
			.withErrors(List.of(new Violation(In.HEADER, "X-Tenant", "not-blank", "must not be blank")))
			.with("limit", 3);
		assertThat(json(this.format, problem, OCCURRENCE)).hasToString("{\"type\":\"urn:x:validation-failed\","
				+ "\"title\":\"Validation Failed\",\"status\":400,\"detail\":\"" + problem.detail()
				+ "\",\"instance\":\"/orders/1\",\"code\":\"validation-failed\",\"requestId\":\"r-1\",\"traceId\":\"t-1\","
				+ "\"errors\":[{\"header\":\"X-Tenant\",\"code\":\"not-blank\",\"detail\":\"must not be blank\"}],"
				+ "\"limit\":3}");
	}

	@Test
	void leavesOutWhatIsNotKnown() {
		Problem problem = Problem.of(409, "taken", "Taken");
		JsonNode json = json(this.format, problem, new ProblemOccurrence(null, null, null, Map.of()));
		assertThat(json.propertyNames()).containsExactly("type", "title", "status", "code");
	}

	@Test
	void theContractWinsOverExtensionsAndAdditions() {
		Problem problem = Problem.of(ProblemCode.CONFLICT).with("status", 200).with("own", 1);
		JsonNode json = json(this.format, problem,
				OCCURRENCE.withAdditions(Map.of("own", 2, "code", "x", "path", "/p")));
		assertThat(json.path("status").asInt()).isEqualTo(409);
		assertThat(json.path("code").asString()).isEqualTo("conflict");
		assertThat(json.path("own").asInt()).isOne();
		assertThat(json.path("path").asString()).isEqualTo("/p");
	}

	@Test
	void masksEveryText() {
		ProblemFormat masking = new ProblemFormat("urn:x:", (text) -> text.replace("secret", "***"));
		Problem problem = Problem.of(409, "taken", "the title secret")
			.withType("https://example.com/?secret")
			.withDetail("a secret")
			.withErrors(List.of(new Violation(In.POINTER, "#/prices/secret", "x", "the secret")))
			.with("own", "one secret");
		ProblemOccurrence occurrence = new ProblemOccurrence("/reset/secret", "r-1", "t-1",
				Map.of("message", "my secret"));
		assertThat(json(masking, problem, occurrence).toString()).doesNotContain("secret")
			.contains("title ***", "/?***", "a ***", "#/prices/***", "the ***", "one ***", "/reset/***", "my ***");
		assertThat(new String(masking.html(problem, occurrence), StandardCharsets.UTF_8)).contains("title ***")
			.doesNotContain("secret");
	}

	/** JSON has no words for them, and what is no JSON nobody reads. */
	@Test
	void aNumberThatJsonDoesNotHaveIsAText() {
		Problem problem = Problem.of(409, "taken", "Taken")
			.with("ratio", Double.NaN)
			.with("limits", List.of(Float.NEGATIVE_INFINITY, 1.5));
		JsonNode json = json(this.format, problem, OCCURRENCE);
		assertThat(json.path("ratio").asString()).isEqualTo("NaN");
		assertThat(json.path("limits").toString()).isEqualTo("[\"-Infinity\",1.5]");
	}

	@Test
	void masksWhatIsNestedInAnExtension() {
		ProblemFormat masking = new ProblemFormat("urn:x:", (text) -> text.replace("secret", "***"));
		Map<String, Object> nested = new LinkedHashMap<>();
		nested.put("secret-key", List.of(1, true, "a secret", Map.of("deep", new String[] { "secret" })));
		nested.put("object", URI.create("https://example.com/secret"));
		nested.put("absent", null);
		Problem problem = Problem.of(ProblemCode.CONFLICT).with("own", nested);
		assertThat(json(masking, problem, OCCURRENCE).path("own")).hasToString(
				"{\"***-key\":[1,true,\"a ***\",{\"deep\":[\"***\"]}],\"object\":\"https://example.com/***\",\"absent\":null}");
	}

	@Test
	void anIdIsNeverMasked() {
		ProblemFormat masking = new ProblemFormat("urn:x:", (text) -> "***");
		JsonNode json = json(masking, Problem.of(ProblemCode.CONFLICT), OCCURRENCE);
		assertThat(json.path("requestId").asString()).isEqualTo("r-1");
		assertThat(json.path("code").asString()).isEqualTo("conflict");
	}

	@Test
	void aMaskerThatFailsCostsTheTextAndNotTheAnswer() {
		ProblemFormat broken = new ProblemFormat("urn:x:", (text) -> {
			throw new IllegalStateException("broken");
		});
		JsonNode json = json(broken, Problem.of(ProblemCode.CONFLICT), OCCURRENCE);
		assertThat(json.has("detail")).isFalse();
		assertThat(json.path("code").asString()).isEqualTo("conflict");
	}

	@Test
	void anExtensionThatCannotBeWrittenIsLeftOut() {
		Map<String, Object> endless = new HashMap<>();
		endless.put("self", endless);
		JsonNode json = json(this.format, Problem.of(ProblemCode.CONFLICT).with("endless", endless), OCCURRENCE);
		assertThat(json.path("status").asInt()).isEqualTo(409);
		assertThat(json.has("endless")).isFalse();
	}

	@Test
	void escapesWhatACallerSent() {
		ProblemOccurrence hostile = new ProblemOccurrence("/\"\r\n\u0000\ud800", "<b>&\"'", null, Map.of());
		assertThat(json(this.format, Problem.ofStatus(404), hostile).path("requestId").asString()).isEqualTo("<b>&\"'");
		String page = new String(this.format.html(Problem.of(404, "x", "<i>"), hostile), StandardCharsets.UTF_8);
		assertThat(page).contains("404 &lt;i&gt;", "&lt;b&gt;&amp;&quot;&#39;").doesNotContain("<b>", "<i>");
	}

	@Test
	void withoutAnExchangeTheIdsComeFromTheMdc() {
		MDC.put("requestId", "r-2");
		MDC.put("traceId", "t-2");
		assertThat(ProblemOccurrence.of("/x", null)).isEqualTo(new ProblemOccurrence("/x", "r-2", "t-2", Map.of()));
	}

	private static JsonNode json(ProblemFormat format, Problem problem, ProblemOccurrence occurrence) {
		return JsonMapper.shared().readTree(format.json(problem, occurrence));
	}

}
