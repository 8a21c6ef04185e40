package dev.mainstay.core.problem.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ViolationTextsTests {

	@ParameterizedTest
	@CsvSource({ "NotBlank,not-blank", "Min,min", "ISBN,isbn", "URLPath,url-path", "typeMismatch,type-mismatch",
			"field.required,field-required", "'',invalid", "$%,invalid", "Size2,size2" })
	void codesAreKebab(String name, String code) {
		assertThat(ViolationTexts.kebab(name)).isEqualTo(code);
	}

	@Test
	void aTextThatEchoesTheValueIsReplaced() {
		assertThat(ViolationTexts.withoutEcho("4111 is wrong", "4111")).isEqualTo(ViolationTexts.INVALID);
		assertThat(ViolationTexts.withoutEcho("1234 is wrong", 1234)).isEqualTo(ViolationTexts.INVALID);
	}

	@Test
	void aValueThatIsInTheTextByChanceDoesNotCount() {
		assertThat(ViolationTexts.withoutEcho("must be at least 10", 1)).isEqualTo("must be at least 10");
		assertThat(ViolationTexts.withoutEcho("must not be blank", "")).isEqualTo("must not be blank");
		assertThat(ViolationTexts.withoutEcho("must not be null", null)).isEqualTo("must not be null");
	}

}
