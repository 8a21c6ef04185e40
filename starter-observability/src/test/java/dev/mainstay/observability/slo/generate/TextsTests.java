package dev.mainstay.observability.slo.generate;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written is read as it was meant.
 */
class TextsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "true", "No", "on", "null", "~", "1", "1.0", "1e3", "0x1f", "10m",
			"2026-11-21", "12:30", "a: b", "a #b", "#", "- a", "'", "\"", "\\", "a\nb", "a\n b\n", " a\nb\n",
			"a\n\nb\n", "a\tb", "\u0000", "\u0085", "\u2028", "\ufeff", "größer", "\ud83d\ude00", "{a}", "[a]", "*a",
			"&a", "!a", "%a", "@a", "a:", "http://a/b?c=d#e", "a\r\nb\n" })
	void everyTextIsTheSameForAParser(String text) {
		Fields document = Fields.of("a", text).with("b", List.of(text, Fields.of("c", text).with("d", text)));
		Map<String, Object> expected = Map.of("a", text, "b", List.of(text, Map.of("c", text, "d", text)));
		assertThat(yaml(YamlText.of(List.of("a comment"), document))).isEqualTo(expected);
		assertThat(new JsonMapper().readValue(JsonText.of(document), Object.class)).isEqualTo(expected);
	}

	@Test
	void halfACharacterIsReplaced() {
		assertThat(Quotes.inDouble("a\ud83d")).isEqualTo("\"a\\ufffd\"");
	}

	@Test
	void nothingIsWrittenAsSuch() {
		Fields document = Fields.of("list", List.of()).with("absent", null).with("yes", true).with("number", 1);
		Map<String, Object> expected = Map.of("list", List.of(), "yes", true, "number", 1);
		assertThat(new JsonMapper().readValue(JsonText.of(document), Object.class)).isEqualTo(expected);
		assertThat(JsonText.of(Fields.of("a", new Fields()).with("b", JsonText.NULL)))
			.isEqualTo("{\n  \"a\": {},\n  \"b\": null\n}\n");
	}

	@Test
	void linesStayLines() {
		assertThat(YamlText.of(List.of(), Fields.of("expr", "a\n/ b\n"))).isEqualTo("expr: |\n  a\n  / b\n");
	}

	private static Object yaml(String text) {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
	}

}
