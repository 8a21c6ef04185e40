package dev.mainstay.resilience.idempotency;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeyTests {

	private static String parse(String line, boolean strict) {
		IdempotencyKey key = IdempotencyKey.parse(List.of(line), strict);
		return (key != null) ? key.value() : null;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "\"a\"|a", "  \"a\"  |a", "\"a b\"|a b", "\"a\\\"b\"|a\"b", "\"a\\\\b\"|a\\b", "\"a\";p|a",
					"\"a\"; p=1;q=\"x\\\"y\"|a", "\"a\";p=?1;q=:YQ==:|a", "\"a\";p=-1.5;*k=to/ken|a",
					"\"8e03978e-40d5-43ec-8b3a-6c3c7a7d1f3e\"|8e03978e-40d5-43ec-8b3a-6c3c7a7d1f3e",
					"\"~!#[]{}\"|~!#[]{}" })
	void stringItemIsAKey(String line, String value) {
		assertThat(parse(line, true)).isEqualTo(value);
		assertThat(parse(line, false)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "abc|abc", "8e03978e-40d5|8e03978e-40d5", "order:1/2|order:1/2", "42|42",
			"YWJj==|YWJj==", "a;p=1|a" })
	void bareTokenIsAKeyUnlessStrict(String line, String value) {
		assertThat(parse(line, false)).isEqualTo(value);
		assertThat(parse(line, true)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\"", "\"\"", "\"   \"", "\"a", "a\"", "\"a\\b\"", "\"a\\\"", "\"ü\"", "ü",
			"\"a\u007f\"", "\"a\tb\"", "\"a\", \"b\"", "a, b", "(\"a\")", "?1", ":YWJj:", "@1", "-1", "\"a\" b",
			"\"a\";", "\"a\";P=1", "\"a\";p=", "\"a\";p=\"x", "\"a\" ;p", "a b", "{x}", "\"a\"\t" })
	void anythingElseIsNone(String line) {
		assertThat(parse(line, false)).isNull();
	}

	@Test
	void lengthIsThatOfTheUnquotedCharacters() {
		assertThat(parse("\"" + "\\\"".repeat(255) + "\"", true)).hasSize(255);
		assertThat(parse("\"" + "k".repeat(256) + "\"", true)).isNull();
		assertThat(parse("k".repeat(256), false)).isNull();
	}

	@Test
	void oneLineIsAsked() {
		assertThat(IdempotencyKey.parse(List.of("\"a\"", "\"a\""), false)).isNull();
		assertThat(IdempotencyKey.parse(List.of(), false)).isNull();
	}

	@Test
	void longHostileInputIsParsedInNoTime() {
		assertThat(parse("\"a\"" + ";p".repeat(20_000) + "!", false)).isNull();
		assertThat(parse("\"a\";p=\"" + "\\\\".repeat(20_000), false)).isNull();
		assertThat(parse("a".repeat(50_000) + "\u0000", false)).isNull();
	}

	@Test
	void isNotShown() {
		assertThat(new IdempotencyKey("secret")).hasToString("IdempotencyKey");
	}

}
