package dev.mainstay.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/**
 * Holds a module to all rules. Each module extends it by a class that adds nothing: what
 * is analyzed is the module that this class was compiled in.
 */
@AbstractArchitectureTests.AnalyzeModule
public abstract class AbstractArchitectureTests {

	@ArchTest
	static final ArchTests walls = ArchTests.in(WallRules.class);

	@ArchTest
	static final ArchTests wiring = ArchTests.in(WiringRules.class);

	@ArchTest
	static final ArchTests code = ArchTests.in(CodeRules.class);

	@ArchTest
	final void testsWaitWithALimit(JavaClasses classes) {
		TestRules.testsWaitWithALimit.check(ModuleClasses.ofTests(getClass()));
	}

	/**
	 * {@link AnalyzeClasses} is not inherited, this is.
	 */
	@Inherited
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@AnalyzeClasses(locations = ModuleClasses.class)
	@interface AnalyzeModule {

	}

}
