package dev.mainstay.rules;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CodeRulesTests {

	private static Class<?> calls;

	@BeforeAll
	static void findTheBadClass() throws ClassNotFoundException {
		calls = Class.forName("dev.mainstay.bad.Calls");
	}

	@Test
	void concreteClassesAreFinal() {
		assertThat(Violations.of(CodeRules.concreteClassesAreFinal, calls))
			.containsExactly("dev.mainstay.bad.Calls is not final");
	}

	@Test
	void lettersChangeCaseInAKnownLocale() {
		assertThat(Violations.of(CodeRules.lettersChangeCaseInAKnownLocale, calls)).satisfiesExactlyInAnyOrder(
				(violation) -> assertThat(violation).contains("Calls.upper(java.lang.String)>"),
				(violation) -> assertThat(violation).contains("Calls.lowerByReference(java.util.stream.Stream)>"));
	}

	@Test
	void charsetsAreTypes() {
		assertThat(Violations.of(CodeRules.charsetsAreTypes, calls)).satisfiesExactlyInAnyOrder(
				(violation) -> assertThat(violation).contains("Calls.encoded(java.lang.String)>"),
				(violation) -> assertThat(violation).contains("Calls.decoded(java.lang.String)>"));
	}

	@Test
	void listsFromStreamsAreUnmodifiable() {
		assertThat(Violations.of(CodeRules.listsFromStreamsAreUnmodifiable, calls)).singleElement()
			.asString()
			.contains("Calls.collected(java.util.stream.Stream)>");
	}

	@Test
	void nothingIsPrinted() {
		assertThat(Violations.of(CodeRules.nothingIsPrinted, calls)).satisfiesExactlyInAnyOrder(
				(violation) -> assertThat(violation).contains("Calls.out()>"),
				(violation) -> assertThat(violation).contains("Calls.err()>"));
	}

}
