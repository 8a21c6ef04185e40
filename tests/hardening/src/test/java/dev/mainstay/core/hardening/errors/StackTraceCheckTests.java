package dev.mainstay.core.hardening.errors;

import java.util.Map;

import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ServletProblemAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.env.MapPropertySource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class StackTraceCheckTests {

	private static final String PROPERTY = "spring.web.error.include-stacktrace";

	private final StackTraceCheck check = new StackTraceCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(DispatcherServletAutoConfiguration.class, ErrorMvcAutoConfiguration.class));

	private final WebApplicationContextRunner withMainstay = this.runner.withConfiguration(
			AutoConfigurations.of(ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class));

	@Test
	void traceThatIsAlwaysIncludedIsFound() {
		this.runner.withPropertyValues(PROPERTY + "=always")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY + "=always").at("test"));
	}

	@Test
	void traceForWhoeverAsksIsFound() {
		this.withMainstay.withPropertyValues(PROPERTY + "=on-param")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY + "=on-param"));
	}

	@Test
	void traceOnTheReactiveStackIsFound() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WebFluxAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class))
			.withPropertyValues(PROPERTY + "=always")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY));
	}

	@Test
	void whatBootDoesUnaskedPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void mainstayWithoutTheMembersOfBootTellsNoTrace() {
		this.withMainstay.withPropertyValues(PROPERTY + "=always", "mainstay.problem.boot-members=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatTheProfileOfADeskSetsCountsOnlyInProduction() {
		WebApplicationContextRunner desk = this.runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource("devtools", Map.of(PROPERTY, "always"))));
		desk.run((context) -> assertThatLooking(this.check, context).passes());
		desk.withPropertyValues("mainstay.hardening.production=true")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY + "=always").at("devtools"));
	}

	@Test
	void anApplicationThatAnswersItselfMayOrMayNotReadTheProperty() {
		this.runner.withBean(ErrorController.class, OwnErrors::new)
			.withBean(WebProperties.class)
			.withPropertyValues(PROPERTY + "=always")
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void propertyThatNobodyReadsHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(PROPERTY + "=always")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	static final class OwnErrors implements ErrorController {

	}

}
