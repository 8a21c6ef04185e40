package dev.mainstay.tests.contract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that cannot be read, that are too large, or that break a rule: scenarios 1 to 21
 * and 41.
 */
interface BodyScenarios extends Scenarios {

	@Test
	default void aGoodOrderIsAccepted() {
		assertThat(wire().json("/orders", ORDER).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":", "", "{\"name\":\"x\"} {\"x\":1}", "\"x\"", "[]", "nonsense" })
	default void aBodyThatIsNoneIsMalformed(String body) {
		WireAnswer answer = Scenarios.problem(wire().json("/orders", body), 400, "malformed-request");
		assertThat(answer.body()).doesNotContain("nonsense", "OrderIn", "create(");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/map" })
	default void aDeepDocumentBreaksALimit(String target) {
		WireAnswer answer = wire().json(target, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
		Scenarios.problem(answer, 400, "malformed-request");
		assertThat(answer.errors()).endsWith("=json-limit-exceeded");
	}

	@Test
	default void aDocumentOfManyTokensBreaksALimit() {
		String keys = "\"k\":1,".repeat(600_000);
		WireAnswer answer = wire().json("/map", "{" + keys + "\"k\":1}");
		Scenarios.problem(answer, 400, "malformed-request");
	}

	@ParameterizedTest
	@CsvSource({ "/map,application/json,false", "/raw,application/octet-stream,false",
			"/raw,application/octet-stream,true" })
	default void aLargeBodyIsRefusedWhileItArrives(String target, String type, boolean chunked) {
		WireAnswer answer = wire().flood(target, type, 100, chunked);
		Scenarios.problem(answer, 413, "payload-too-large");
		assertThat(answer.interim()).isFalse();
	}

	@Test
	default void aLargeBodyIsNotAskedFor() {
		WireAnswer answer = wire()
			.send(Wire.head("POST", "/raw", "Content-Type: application/octet-stream", "Expect: 100-continue")
					+ "Content-Length: 104857600\r\n\r\n");
		Scenarios.problem(answer, 413, "payload-too-large");
		assertThat(answer.interim()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"kind":"A" | "kind":"ZZZ" | #/kind=unknown-enum
			"kind":"A" | "kind":1 | #/kind=unknown-enum
			"qty":2 | "qty":"abc" | #/items/1/qty=type-mismatch
			"qty":2 | "qty":"5" | #/items/1/qty=type-mismatch
			"qty":2 | "qty":5.9 | #/items/1/qty=type-mismatch
			"name":"Ada" | "name":"Ada","isAdmin":true | #/isAdmin=unknown-property
			"name":"Ada" | "name":"Ada","name":"Eve" | #/name=duplicate-property
			"name":"Ada" | "name":"A\\u0000b" | #/name=invalid-character
			"total":9.5 | "total":1e1000000 | #/total=json-limit-exceeded
			"due":"2026-11-26" | "due":"tomorrow" | #/due=type-mismatch
			{"sku":"B-2","qty":2} | null | #/items/1=null-element
			"name":"Ada" | "name":"Ada","id":1,"version":7 | #/id=unknown-property
			""")
	default void aDocumentThatBreaksARuleIsRefusedAtItsPlace(String part, String by, String errors) {
		WireAnswer answer = wire().json("/orders", Scenarios.order(part, by));
		Scenarios.problem(answer, 400, "malformed-request");
		assertThat(answer.errors()).as(answer.body()).isEqualTo(errors);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"qty":2 | "qty":null | #/items/1/qty=not-null
			,"qty":2 | '' | #/items/1/qty=not-null
			"e-mail":"ada@example.com" | "e-mail":"ada" | #/e-mail=email
			"limits":{"a":1} | "limits":{"a/b~c":0} | #/limits/a~1b~0c=min
			""")
	default void aConstraintNamesThePlaceAsTheClientSeesIt(String part, String by, String errors) {
		WireAnswer answer = wire().json("/orders", Scenarios.order(part, by));
		Scenarios.problem(answer, 400, "validation-failed");
		assertThat(answer.errors()).as(answer.body()).isEqualTo(errors);
	}

	@Test
	default void allViolationsAreToldInTheLanguageOfTheCaller() {
		String body = """
				{"name":"","e-mail":"x","total":-1,"items":[{"sku":"","qty":0}]}""";
		WireAnswer answer = Scenarios.problem(wire().json("/orders", body, "Accept-Language: de"), 400,
				"validation-failed");
		assertThat(answer.errors()).isEqualTo(
				"#/e-mail=email #/items/0/qty=min #/items/0/sku=not-blank " + "#/name=not-blank #/total=positive");
		assertThat(answer.body()).contains("darf nicht leer sein");
		assertThat(answer.header("content-language")).isEqualTo("de");
	}

	@Test
	default void aConstraintHoldsWhereValidWasForgotten() {
		WireAnswer answer = wire().json("/forgotten", Scenarios.order("\"sku\":\"B-2\"", "\"sku\":\"\""));
		Scenarios.problem(answer, 400, "validation-failed");
		assertThat(answer.errors()).isEqualTo("#/items/1/sku=not-blank");
	}

	@Test
	default void aRejectedValueIsNotTold() {
		WireAnswer answer = wire().json("/orders", Scenarios.order("long-enough", "s3cr3t"));
		Scenarios.problem(answer, 400, "validation-failed");
		assertThat(answer.body()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@CsvSource({ "UTF-16,false", "UTF-8,true" })
	default void anEncodingIsReadOrRefused(String charset, boolean invalid) {
		byte[] body = ORDER.getBytes(Charset.forName(charset));
		if (invalid) {
			body = ORDER.replace("Ada", "A\u00e4").getBytes(StandardCharsets.ISO_8859_1);
		}
		WireAnswer answer = wire().post("/orders", "application/json", body);
		assertThat(answer.status()).as(answer.toString()).isIn(200, 400, 415);
		assertThat(answer.status() == 400).as(answer.toString()).isIn(invalid, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/xml", "foo/bar" })
	default void anotherTypeIsNotSupported(String type) {
		WireAnswer answer = Scenarios.problem(wire().post("/orders", type, ORDER), 415, "unsupported-media-type");
		assertThat(answer.header("accept")).contains("application/json");
	}

}
