package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.validation.MissingValid;
import dev.mainstay.core.validation.reactive.ReactiveMissingValidPostProcessor;
import dev.mainstay.core.validation.servlet.ServletMissingValidPostProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

class MissingValidAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(MissingValidAutoConfiguration.class,
			ValidationRulesAutoConfiguration.class, LadderAutoConfiguration.class, ValidationAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void looksAtServletsByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(MissingValid.class)
			.hasSingleBean(ServletMissingValidPostProcessor.class)
			.doesNotHaveBean(ReactiveMissingValidPostProcessor.class)
			.hasBean("mainstayValidationStatus"));
	}

	@Test
	void looksAtWebFluxByDefault() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(MissingValid.class)
				.hasSingleBean(ReactiveMissingValidPostProcessor.class)
				.doesNotHaveBean(ServletMissingValidPostProcessor.class));
	}

	@Test
	void thereIsNothingWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(MissingValid.class));
	}

	@Test
	void thereIsNothingWhenTheApplicationExcludesTheLadder() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MissingValidAutoConfiguration.class,
					ValidationRulesAutoConfiguration.class, ValidationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MissingValid.class));
	}

	@Test
	void backsOffForACheckOfTheApplication() {
		MissingValid own = new MissingValid(null, new Ladder(Mode.REPORT).rule("own", null));
		this.contextRunner.withBean("own", MissingValid.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(MissingValid.class).hasBean("own"));
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.enabled=false", "mainstay.validation.enabled=false" })
	void theSwitchesTakeItAway(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(MissingValid.class)
				.doesNotHaveBean(ServletMissingValidPostProcessor.class)
				.doesNotHaveBean("mainstayValidationStatus"));
	}

	@Test
	void thereIsNothingWithoutAValidator() {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(MissingValidAutoConfiguration.class, LadderAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MissingValid.class));
	}

	@Test
	void thereIsNothingWithoutBeanValidation() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("jakarta.validation"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayMissingValid"));
	}

	@Test
	void worksWithoutSpringMvc() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ServletMissingValidPostProcessor.class));
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.mode=report,REPORT", "mainstay.mode=enforce,ENFORCE",
			"mainstay.validation.missing-valid=off,OFF", "mainstay.validation.missing-valid=enforce,ENFORCE",
			"mainstay.validation.missing-valid=false,OFF" })
	void thePropertyAndTheModeSetTheRung(String property, Rung rung) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(Ladder.class).rules()).singleElement()
				.satisfies((rule) -> assertThat(rule.rung()).isEqualTo(rung)));
	}

	@Test
	void aRungThatIsNoneStopsTheStartWithAReason() {
		this.contextRunner.withPropertyValues("mainstay.validation.missing-valid=sometimes")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.validation.missing-valid"));
	}

	@Test
	void leavesTheAdapterAloneWhenTheRuleIsOff() {
		this.contextRunner
			.withConfiguration(
					AutoConfigurations.of(WebMvcAutoConfiguration.class, DispatcherServletAutoConfiguration.class))
			.withPropertyValues("mainstay.validation.missing-valid=off")
			.run((context) -> assertThat(context.getBean(RequestMappingHandlerAdapter.class).getArgumentResolvers())
				.noneMatch((resolver) -> resolver.getClass().getName().contains("mainstay")));
	}

}
