package dev.mainstay.rules;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What no test does.
 */
final class TestRules {

	@ArchTest
	static final ArchRule testsWaitWithALimit = noClasses().should()
		.accessTargetWhere(Predicates.waitForAPublisherForEver())
		.because("a publisher that never ends would stop the build, where verify(Duration) fails the test");

	private TestRules() {
	}

}
