package dev.mainstay.rules;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.stream.Collectors;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What no class does. A call counts in each of its forms, also as a method reference.
 */
final class CodeRules {

	/** An application derives its own failures from ours. */
	@ArchTest
	static final ArchRule concreteClassesAreFinal = classes().that(Predicates.areConcreteTopLevelClasses())
		.and()
		.areNotAssignableTo(Throwable.class)
		.should(Conditions.beFinal())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule lettersChangeCaseInAKnownLocale = noClasses().should()
		.accessTargetWhere(Predicates.calls(String.class, "toLowerCase"))
		.orShould()
		.accessTargetWhere(Predicates.calls(String.class, "toUpperCase"));

	@ArchTest
	static final ArchRule charsetsAreTypes = noClasses().should()
		.accessTargetWhere(Predicates.calls(URLEncoder.class, "encode", String.class, String.class))
		.orShould()
		.accessTargetWhere(Predicates.calls(URLDecoder.class, "decode", String.class, String.class))
		.because("the name of a charset can be wrong");

	@ArchTest
	static final ArchRule listsFromStreamsAreUnmodifiable = noClasses().should()
		.accessTargetWhere(Predicates.calls(Collectors.class, "toList"))
		.because("Stream.toList() says what it returns");

	@ArchTest
	static final ArchRule nothingIsPrinted = noClasses().should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err");

	private CodeRules() {
	}

}
