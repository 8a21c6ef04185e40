package dev.mainstay.core.hardening.errors;

import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ServletProblemAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ErrorDetailsCheckTests {

	private static final String MESSAGE = "spring.web.error.include-message";

	private static final String ERRORS = "spring.web.error.include-binding-errors";

	private static final String EXCEPTION = "spring.web.error.include-exception";

	private final ErrorDetailsCheck check = new ErrorDetailsCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(DispatcherServletAutoConfiguration.class, ErrorMvcAutoConfiguration.class));

	private final WebApplicationContextRunner withMainstay = this.runner.withConfiguration(
			AutoConfigurations.of(ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class));

	@Test
	void everythingThatIsIncludedIsFoundWithItsPlace() {
		this.runner.withPropertyValues(MESSAGE + "=always", ERRORS + "=always", EXCEPTION + "=true")
			.run((context) -> assertThatLooking(this.check, context).fails(MESSAGE, ERRORS, EXCEPTION).at("test"));
	}

	@Test
	void mainstayKeepsTheMessageButNotTheBindingErrors() {
		this.withMainstay.withPropertyValues(MESSAGE + "=always", ERRORS + "=always")
			.run((context) -> assertThatLooking(this.check, context).fails(MESSAGE + "=always"));
	}

	@Test
	void bindingErrorsAreNotTheConcernOfMainstay() {
		this.withMainstay.withPropertyValues(ERRORS + "=always")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatIsTakenBackPasses() {
		this.runner.withPropertyValues(MESSAGE + "=never", EXCEPTION + "=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void propertyOfBefore40IsNotRead() {
		this.runner.withPropertyValues("server.error.include-message=always")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutWebHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(MESSAGE + "=always")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
