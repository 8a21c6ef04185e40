package dev.mainstay.core.problem;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonPointerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			``                     | #
			name                   | #/name
			items[0].quantity      | #/items/0/quantity
			[1].sku                | #/1/sku
			[1]                    | #/1
			matrix[0][2]           | #/matrix/0/2
			prices[EUR].net        | #/prices/EUR/net
			prices['EUR']          | #/prices/EUR
			prices[a.b].net        | #/prices/a.b/net
			prices[a[0]b]          | #/prices/a%5B0%5Db
			prices<K>[EUR]         | #/prices/EUR
			tags[0].<list element> | #/tags/0
			a/b~c                  | #/a~1b~0c
			größe                  | #/gr%C3%B6%C3%9Fe
			""")
	void readsAPropertyPath(String path, String pointer) {
		assertThat(JsonPointer.ofPropertyPath(path)).hasToString(pointer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "]", "[]", "a[", "a]b", "..", "a..b", "[[[", "<", "a[<b>]", "'" })
	void neverFails(String path) {
		assertThat(JsonPointer.ofPropertyPath(path).toString()).startsWith("#");
	}

	@Test
	void escapesWhatAFragmentMustNotHold() {
		assertThat(JsonPointer.ROOT.append(List.of("a b", "\"<", "%", "#"))).hasToString("#/a%20b/%22%3C/%25/%23");
	}

	@Test
	void endsAtAParentWhenItGetsTooLong() {
		JsonPointer pointer = JsonPointer.ROOT.append(List.of("prices", "x".repeat(2000), "net"));
		assertThat(pointer).hasToString("#/prices");
	}

}
