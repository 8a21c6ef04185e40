package dev.mainstay.core.hardening.dependencies;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.FilteredClassLoader.ClassFilter;
import org.springframework.boot.test.context.FilteredClassLoader.PackageFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.context.TestContext;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class TestLibrariesCheckTests {

	private static final String LAUNCHER = "org.junit.platform.launcher";

	private final TestLibrariesCheck check = new TestLibrariesCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner()
		.withClassLoader(new FilteredClassLoader(LAUNCHER));

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void whatOnlyTestsNeedIsFound() {
		this.production.run((context) -> assertThatLooking(this.check, context).fails("junit-jupiter-api",
				"mockito-core", "spring-boot-test", "spring-test"));
	}

	@Test
	void oneOfThemIsFound() {
		this.production.withClassLoader(without(Test.class, Mockito.class, SpringBootTest.class))
			.run((context) -> assertThatLooking(this.check, context).fails("spring-test"));
	}

	@Test
	void aClassPathWithoutThemPasses() {
		this.production.withClassLoader(without(Test.class, Mockito.class, SpringBootTest.class, TestContext.class))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aRunOfTestsHasThem() {
		new ApplicationContextRunner().withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aTestOfSpringBootHasThemWhoeverRunsIt() {
		this.production
			.withPropertyValues("org.springframework.boot.test.context.SpringBootTestContextBootstrapper=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anApplicationThatIsStartedFromItsTestsHasThem() {
		this.desk.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static ClassLoader without(Class<?>... types) {
		return new FilteredClassLoader(PackageFilter.of(LAUNCHER), ClassFilter.of(types));
	}

}
