package dev.mainstay.resilience.idempotency.json;

import java.nio.charset.StandardCharsets;

import dev.mainstay.resilience.idempotency.BodyFingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CanonicalJsonFingerprintTests {

	private final CanonicalJsonFingerprint fingerprint = new CanonicalJsonFingerprint();

	private String of(String body) {
		return this.fingerprint.of(body.getBytes(StandardCharsets.UTF_8), "application/json");
	}

	private static String raw(String body) {
		return BodyFingerprint.raw().of(body.getBytes(StandardCharsets.UTF_8), null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			{"a":1,"b":2} | {"b":2,"a":1}
			{"a":[1,2]} | { "a" : [ 1 , 2 ] }
			{"a":{"x":1,"y":{"p":1,"q":2}}} | {"a":{"y":{"q":2,"p":1},"x":1}}
			"\\u0041\\/" | "A/"
			1.0 | 1
			100 | 1e2
			0.00120 | 12E-4
			-0.0 | 0
			1e+2 | 100.000
			""")
	void sameContentHasOneFingerprint(String one, String two) {
		assertThat(of(one)).isEqualTo(of(two)).hasSize(43).isNotEqualTo(raw(one));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			1.0 | 1.000000000000000001
			1 | -1
			1 | 10
			1 | "1"
			1e400 | 1e401
			9007199254740992 | 9007199254740993
			null | "null"
			null | false
			true | false
			[1,2] | [2,1]
			[[1],2] | [1,[2]]
			[] | {}
			[] | [[]]
			[] | null
			{"a":1} | {"a":1,"b":null}
			{"a":"b"} | {"b":"a"}
			["a","b"] | ["ab"]
			{"a":{"b":1},"c":2} | {"a":{"b":1,"c":2}}
			{"a":{},"b":1} | {"a":{"b":1}}
			""")
	void otherContentHasAnotherFingerprint(String one, String two) {
		assertThat(of(one)).isNotEqualTo(of(two));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"a\":1,\"a\":2}", "[{\"a\":1,\"a\":1}]", "{} {}", "{a:1}", "[1,]", "01",
			"NaN", "\"\\ud800\"", "\"\\udc00\\ud800\"", "{\"\\ud800x\":1}", "// comment\n1" })
	void whatIsNotPlainJsonIsComparedByItsBytes(String body) {
		assertThat(of(body)).isEqualTo(raw(body));
	}

	@Test
	void halvesOfSurrogatePairsAreToldApart() {
		assertThat(of("\"\\ud800\"")).isNotEqualTo(of("\"\\ud801\""));
		assertThat(of("\"\\ud83d\\ude00\"")).isEqualTo(of("\"\uD83D\uDE00\""));
	}

	@ParameterizedTest
	@CsvSource({ "application/json,true", "Application/JSON; charset=utf-8,true", "application/vnd.order+json,true",
			"text/plain,false", "application/x-ndjson,false", ",false" })
	void onlyJsonIsRead(String contentType, boolean read) {
		String one = this.fingerprint.of("[1]".getBytes(StandardCharsets.UTF_8), contentType);
		String two = this.fingerprint.of("[1 ]".getBytes(StandardCharsets.UTF_8), contentType);
		assertThat(one.equals(two)).isEqualTo(read);
	}

	@Test
	void depthIsBounded() {
		String deep = "[".repeat(100_000) + "]".repeat(100_000);
		assertThatNoException().isThrownBy(() -> of(deep));
		assertThat(of(deep)).isEqualTo(raw(deep));
		String allowed = "[".repeat(200) + "]".repeat(200);
		assertThat(of(allowed)).isEqualTo(of(" " + allowed)).isNotEqualTo(raw(allowed));
	}

	@Test
	@Timeout(10)
	void hostileBodiesTakeNoLongerThanOthers() {
		String digits = "1".repeat(1_000_000);
		String members = "{" + "\"a\":{".repeat(150) + "}".repeat(150) + ",\"b\":\"" + "x".repeat(900_000) + "\"}";
		String exponent = "[" + "1e999999999,".repeat(80_000) + "0]";
		of(members);
		of(exponent);
		assertThat(of(digits)).isEqualTo(raw(digits));
	}

}
