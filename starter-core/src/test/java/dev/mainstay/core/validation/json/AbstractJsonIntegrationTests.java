package dev.mainstay.core.validation.json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both web stacks do alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractJsonIntegrationTests {

	private static final String BROKEN_RULES = """
			/shop | {"isAdmin":true}                          | #/isAdmin     | unknown-property   | unknown-properties
			/shop | {"items":[{"qty":1,"x":1}]}               | #/items/0/x   | unknown-property   | unknown-properties
			/shop | {"name":"a","name":"b"}                   | #/name        | duplicate-property | duplicate-properties
			/tree   | {"a":{"b/c":1,"b/c":2}}                   | #/a/b~1c      | duplicate-property | duplicate-properties
			/shop | {"items":[{"qty":1},{"qty":"5"}]}         | #/items/1/qty | type-mismatch      | scalar-coercion
			/shop | {"items":[{"qty":1},{"qty":5.9}]}         | #/items/1/qty | type-mismatch      | scalar-coercion
			/shop | {"gift":""} | #/gift | type-mismatch | scalar-coercion
			/shop | {"name":1}                                | #/name        | type-mismatch      | scalar-coercion
			/shop | {"name":true}                             | #/name        | type-mismatch      | scalar-coercion
			/shop | {"gift":"true"}                           | #/gift        | type-mismatch      | scalar-coercion
			/shop | {"gift":1}                                | #/gift        | type-mismatch      | scalar-coercion
			/shop | {"price":"5.00"}                          | #/price       | type-mismatch      | scalar-coercion
			/shop | {"tags":[1]}                              | #/tags/0      | type-mismatch      | scalar-coercion
			/shop | {"kind":1}                                | #/kind        | unknown-enum       | enum-ordinals
			/shop | {"tags":["a",null]}                       | #/tags/1      | null-element       | null-elements
			/shop | {"items":[null]}                          | #/items/0     | null-element       | null-elements
			/shop | {"notes":{"a":null}}                      | #/notes/a     | null-element       | null-elements
			/items   | [{"qty":1},null]                          | #/1           | null-element       | null-elements
			/shop | {"name":"a\\u202Eb"}                      | #/name        | invalid-character  | control-characters
			/shop | {"tags":["a\\u0007b"]}                    | #/tags/0      | invalid-character  | control-characters
			""";

	private Service reporting;

	private Service enforcing;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.reporting = Service.start(type(), new Class<?>[] { Shop.Controller.class },
				"mainstay.validation.control-characters=report", "spring.http.codecs.max-in-memory-size=40MB");
		this.enforcing = Service.start(type(), new Class<?>[] { Shop.Controller.class },
				"mainstay.validation.strictness=strict");
	}

	@AfterAll
	void stop() {
		this.reporting.close();
		this.enforcing.close();
	}

	protected Service reporting() {
		return this.reporting;
	}

	protected Service enforcing() {
		return this.enforcing;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = BROKEN_RULES)
	void enforcedTheRuleRejectsAndNamesThePlace(String path, String body, String pointer, String code, String rule) {
		Map<String, Long> hits = hits(this.enforcing);
		Answer answer = this.enforcing.post(path, body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("code").asString()).isEqualTo("malformed-request");
		assertThat(answer.json().path("errors")).hasSize(1);
		assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
		assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
		assertThat(difference(hits, hits(this.enforcing))).containsExactly(Map.entry(rule, 1L));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = BROKEN_RULES)
	void reportedItPassesAndIsCounted(String path, String body, String pointer, String code, String rule) {
		Map<String, Long> hits = hits(this.reporting);
		assertThat(this.reporting.post(path, body).status()).isEqualTo(200);
		assertThat(difference(hits, hits(this.reporting))).containsExactly(Map.entry(rule, 1L));
	}

	@Test
	void reportedAllRulesAreCountedThatADocumentBreaks() {
		Map<String, Long> hits = hits(this.reporting);
		String body = "{\"x\":1,\"name\":1,\"name\":2,\"kind\":1,\"tags\":[null,null],\"y\":\"\\u0007\"}";
		assertThat(this.reporting.post("/shop", body).body()).contains("name=2", "kind=B", "tags=[null, null]");
		assertThat(difference(hits, hits(this.reporting))).containsOnlyKeys("unknown-properties",
				"duplicate-properties", "scalar-coercion", "enum-ordinals", "null-elements", "control-characters");
		assertThat(difference(hits, hits(this.reporting)).values()).containsOnly(1L);
	}

	@Test
	void anOrdinalInQuotesBreaksTwoRules() {
		Map<String, Long> hits = hits(this.reporting);
		assertThat(this.reporting.post("/shop", "{\"kind\":\"1\"}").body()).contains("kind=B");
		assertThat(difference(hits, hits(this.reporting))).containsOnlyKeys("scalar-coercion", "enum-ordinals");
		assertThat(this.enforcing.post("/shop", "{\"kind\":\"1\"}").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"items\":[{\"qty\":\"abc\",\"x\":1}]}", "{\"kind\":\"ZZZ\"}", "{\"name\":",
			"{\"x\":1,\"items\":[{\"qty\":null}]}", "{\"a\":1}{\"x\":1}", "{\"tags\":[null],\"items\":7}" })
	void whatNoMapperReadsBreaksNoRule(String body) {
		Map<String, Long> hits = hits(this.reporting);
		assertThat(this.reporting.post("/shop", body).status()).isEqualTo(400);
		assertThat(difference(hits, hits(this.reporting))).isEmpty();
	}

	@Test
	void whatIsRightPassesUnderEveryRule() {
		String body = "{\"name\":\"\\u00e9\\n\",\"kind\":\"B\",\"price\":5.25,\"gift\":true,\"items\":"
				+ "[{\"sku\":\"s\",\"qty\":2}],\"tags\":[\"t\"],\"notes\":{\"k\":\"v\"}}";
		assertThat(this.enforcing.post("/shop", body).body()).isEqualTo(this.reporting.post("/shop", body).body())
			.contains("kind=B", "price=5.25", "qty=2", "notes={k=v}");
		assertThat(this.enforcing.post("/viewed", "{\"open\":\"o\",\"closed\":\"c\"}").body())
			.isEqualTo("Viewed[open=o, closed=null]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/wrapping", "/swallowing" })
	void reportedAReaderOfTheApplicationIsNotMetByWhatItDoesNotKnow(String path) {
		Map<String, Long> hits = hits(this.reporting);
		assertThat(this.reporting.post(path, "{\"sku\":\"s\",\"qty\":1,\"x\":1}").body())
			.isEqualTo("Item[sku=s, qty=1]");
		assertThat(difference(hits, hits(this.reporting))).containsExactly(Map.entry("unknown-properties", 1L));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/shop | {"name":"a\\u0000b"}   | #/name  | invalid-character
			/tree   | {"a\\u0000b":1}        | #/a%00b | invalid-character
			/tree   | {"a":["x","\\u0000"]}  | #/a/1   | invalid-character
			/shop | {"price":1e1000000}    | #/price | json-limit-exceeded
			/tree   | {"a":-1.5E-401}        | #/a     | json-limit-exceeded
			""")
	void aLimitHoldsOnEveryRung(String path, String body, String pointer, String code) {
		for (Service service : new Service[] { this.reporting, this.enforcing }) {
			Answer answer = service.post(path, body);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
			assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/shop", "/tree", "/any", "/items" })
	void aDeepDocumentIsRefused(String path) {
		for (String body : new String[] { "{\"a\":".repeat(10_000), "[".repeat(10_000) }) {
			assertThat(this.reporting.post(path, body).status()).isEqualTo(400);
		}
		assertThat(limit(this.reporting.post("/any", "[".repeat(10_000)))).contains("json-depth of 200");
		assertThat(this.reporting.post("/any", "[".repeat(200) + "]".repeat(200)).status()).isEqualTo(200);
		assertThat(this.reporting.post("/any", "[".repeat(201) + "]".repeat(201)).status()).isEqualTo(400);
	}

	@Test
	void aDocumentOfTooManyPartsIsRefused() {
		String many = IntStream.range(0, 600_000).mapToObj((i) -> "\"" + i + "\":1").collect(Collectors.joining(","));
		assertThat(limit(this.reporting.post("/tree", "{" + many + "}"))).contains("json-tokens of 1000000");
		assertThat(limit(this.reporting.post("/tree", "{\"" + "a".repeat(10_001) + "\":1}")))
			.contains("json-name-length of 10000");
		assertThat(limit(this.reporting.post("/tree", "{\"a\":" + "1".repeat(1001) + "}")))
			.contains("json-number-length of 1000");
		assertThat(limit(this.reporting.post("/tree", "{\"a\":\"" + "a".repeat(20_000_001) + "\"}")))
			.contains("json-string-length of 20000000");
	}

	private static String limit(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("json-limit-exceeded");
		return answer.json().path("errors").path(0).path("detail").asString();
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, application/json", "UTF-16, application/json", "UTF-16LE, application/json",
			"UTF-32, application/json", "UTF-8, application/vnd.shop+json" })
	void anEncodingThatJsonMayHaveIsRead(String charset, String type) {
		Answer answer = post("{\"name\":\"\u00e9\"}".getBytes(Charset.forName(charset)), type);
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void brokenBytesAreTheCallersFault() {
		byte[] invalid = "{\"name\":\"a?b\"}".getBytes(StandardCharsets.ISO_8859_1);
		invalid[10] = (byte) 0xFF;
		assertThat(post(invalid, "application/json").status()).isEqualTo(400);
		byte[] marked = "\uFEFF{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(post(marked, "application/json").status()).isEqualTo(200);
		assertThat(post(new byte[] { 0, 0, 0, '{', 1, 2, 3 }, "application/json").status()).isEqualTo(400);
		assertThat(post("{}".getBytes(StandardCharsets.UTF_8), "application/xml").status()).isEqualTo(415);
	}

	private Answer post(byte[] body, String type) {
		return Answer.to(HttpRequest.newBuilder(URI.create(this.reporting.url("/shop")))
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)), "Content-Type", type);
	}

	@Test
	void whatTheApplicationSaysOfItsMapperStays() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class },
				"spring.jackson.deserialization.fail-on-unknown-properties=true",
				"spring.jackson.factory.constraints.read.max-nesting-depth=700")) {
			assertThat(service.post("/shop", "{\"isAdmin\":true}").status()).isEqualTo(400);
			assertThat(hits(service)).containsEntry("unknown-properties", 0L);
			assertThat(service.post("/any", "[".repeat(700) + "]".repeat(700)).status()).isEqualTo(200);
		}
	}

	@Test
	void aMapperOfTheApplicationIsLeftAloneAndNamed() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, Mappers.OwnMapper.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"isAdmin\":true,\"name\":\"a\"}").status()).isEqualTo(200);
			assertThat(reason(service)).contains("the mapper ownMapper");
		}
	}

	@Test
	void aMapperFromTheBuilderOfSpringBootIsNotLeftAlone() {
		try (Service service = Service.start(type(),
				new Class<?>[] { Shop.Controller.class, Mappers.BuiltMapper.class }, "mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"isAdmin\":true}").status()).isEqualTo(400);
			assertThat(service.post("/shop", "{\"NAME\":\"a\"}").body()).contains("name=a");
		}
	}

	@Test
	void whatTheFrameworkReadsForItselfIsNotReadMoreStrictly() {
		try (Service service = Service.start(type(), new Class<?>[0], "mainstay.mode=enforce",
				"management.endpoints.web.exposure.include=loggers")) {
			assertThat(service.post("/actuator/loggers/some.name", "{\"configuredLevel\":null}").status())
				.isEqualTo(204);
			assertThat(hits(service)).containsEntry("null-elements", 0L);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.validation.enabled=false", "mainstay.enabled=false" })
	void switchedOffNothingChanges(String property) {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class }, "mainstay.mode=enforce",
				property)) {
			assertThat(service.post("/shop", "{\"isAdmin\":true,\"name\":\"\\u0000\"}").status()).isEqualTo(200);
			assertThat(service.post("/any", "[".repeat(201) + "]".repeat(201)).status()).isEqualTo(200);
		}
	}

	@Test
	void theApplicationsOwnMapperStaysAsItIs() {
		JsonMapper mapper = this.enforcing.context().getBean(JsonMapper.class);
		assertThat(mapper.readValue("{\"x\":1,\"name\":\"\\u0000\",\"name\":5}", Shop.Order.class).name())
			.isEqualTo("5");
	}

	private static String reason(Service service) {
		return service.context()
			.getBean(Features.class)
			.all()
			.stream()
			.filter((feature) -> feature.name().equals("strict-json"))
			.map((feature) -> feature.state() + " " + feature.reason())
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, Long> hits(Service service) {
		return service.context()
			.getBean(Ladder.class)
			.rules()
			.stream()
			.collect(Collectors.toMap((rule) -> rule.name().substring("validation.".length()), Rule::hits));
	}

	private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
		return after.entrySet()
			.stream()
			.filter((rule) -> !rule.getValue().equals(before.get(rule.getKey())))
			.collect(Collectors.toMap(Map.Entry::getKey, (rule) -> rule.getValue() - before.get(rule.getKey())));
	}

}
