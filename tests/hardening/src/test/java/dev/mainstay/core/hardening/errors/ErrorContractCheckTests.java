package dev.mainstay.core.hardening.errors;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ServletProblemAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ErrorContractCheckTests {

	private static final AutoConfigurations MAINSTAY = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class);

	private final ErrorContractCheck check = new ErrorContractCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(MAINSTAY)
		.withConfiguration(
				AutoConfigurations.of(DispatcherServletAutoConfiguration.class, ErrorMvcAutoConfiguration.class));

	@Test
	void contractThatIsSwitchedOffIsFoundWithItsPlace() {
		this.runner.withPropertyValues("mainstay.problem.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).fails("mainstay.problem.enabled=false")
				.at("test"));
	}

	@Test
	void contractThatNobodyCanAnswerByIsFound() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ModeAutoConfiguration.class, LadderAutoConfiguration.class,
					ServletProblemAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
					ErrorMvcAutoConfiguration.class))
			.run((context) -> assertThatLooking(this.check, context).fails("left to others: the application excludes"));
	}

	@Test
	void errorControllerOfTheApplicationIsItsChoiceButNotSeen() {
		this.runner.withUserConfiguration(OwnErrors.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void errorAttributesOfTheApplicationAreItsChoiceButNotSeen() {
		this.runner.withBean(ErrorAttributes.class, OwnAttributes::new)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void contractThatAnswersPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anAdviceOfTheApplicationTakesNothingFromTheContract() {
		this.runner.withUserConfiguration(Advice.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void otherFeatureThatIsSwitchedOffIsNotThisOne() {
		this.runner.withPropertyValues("mainstay.validation.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutWebHasNothingToCheck() {
		new ApplicationContextRunner().withConfiguration(MAINSTAY)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnErrors {

		@Bean
		ErrorController ownErrors() {
			return new ErrorController() {
			};
		}

	}

	static class OwnAttributes extends DefaultErrorAttributes {

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		String answer(IllegalStateException failure) {
			return "conflict";
		}

	}

}
