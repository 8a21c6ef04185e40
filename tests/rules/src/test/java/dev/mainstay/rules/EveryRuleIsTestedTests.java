package dev.mainstay.rules;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.junit.ArchTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EveryRuleIsTestedTests {

	@ParameterizedTest
	@MethodSource
	void eachRuleHasATestOfItsName(Class<?> rules, Class<?> tests) {
		assertThat(names(tests.getDeclaredMethods(), Test.class))
			.containsExactlyInAnyOrderElementsOf(names(rules.getDeclaredFields(), ArchTest.class));
	}

	static Stream<Arguments> eachRuleHasATestOfItsName() {
		return Stream.of(arguments(WallRules.class, WallRulesTests.class),
				arguments(WiringRules.class, WiringRulesTests.class), arguments(CodeRules.class, CodeRulesTests.class),
				arguments(TestRules.class, TestRulesTests.class));
	}

	private static <T extends Member & AnnotatedElement> List<String> names(T[] members,
			Class<? extends Annotation> annotation) {
		return Arrays.stream(members)
			.filter((member) -> member.isAnnotationPresent(annotation))
			.map(Member::getName)
			.toList();
	}

}
