package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.validation.paging.PageGuard;
import dev.mainstay.core.validation.paging.PagingLimits;
import dev.mainstay.core.validation.paging.PagingRules;
import dev.mainstay.core.validation.paging.reactive.ReactivePageGuardConfigurer;
import dev.mainstay.core.validation.paging.servlet.ServletPageGuardPostProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class PagingAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(PagingAutoConfiguration.class,
			ValidationRulesAutoConfiguration.class, LadderAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void guardsServletsByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(PageGuard.class)
			.hasSingleBean(ServletPageGuardPostProcessor.class)
			.doesNotHaveBean(ReactivePageGuardConfigurer.class));
	}

	@Test
	void guardsWebFluxByDefault() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(PageGuard.class)
				.hasSingleBean(ReactivePageGuardConfigurer.class)
				.doesNotHaveBean(ServletPageGuardPostProcessor.class));
	}

	@Test
	void thereIsNothingWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(PageGuard.class));
	}

	@Test
	void thereIsNothingWithoutSpringData() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.data"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayPageGuard"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.web.servlet", "org.springframework.web.reactive" })
	void worksWithOneWebStackOnly(String missing) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PageGuard.class));
	}

	@Test
	void backsOffForAGuardOfTheApplication() {
		Rule rule = new Ladder(Mode.REPORT).rule("own", null);
		PageGuard own = new PageGuard(new PagingRules(rule, rule, rule, rule), new PagingLimits(1, 1, 1));
		this.contextRunner.withBean("own", PageGuard.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(PageGuard.class).hasBean("own"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.validation.enabled=false" })
	void theSwitchesTakeItAway(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(PageGuard.class)
				.doesNotHaveBean(ServletPageGuardPostProcessor.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "page-size", "negative-page", "page-offset", "sort-property" })
	void eachRuleHasAProperty(String rule) {
		this.contextRunner.withPropertyValues("mainstay.validation." + rule + "=enforce")
			.run((context) -> assertThat(context.getBean(Ladder.class).rules()).hasSize(4)
				.filteredOn((it) -> it.rung() == Rung.ENFORCE)
				.extracting(Rule::property)
				.containsExactly("mainstay.validation." + rule));
	}

	@ParameterizedTest
	@CsvSource({ "max-size,0", "max-offset,-1", "max-sorts,0" })
	void aLimitThatIsNoneStopsTheStartWithAReason(String limit, String value) {
		this.contextRunner.withPropertyValues("mainstay.validation.paging." + limit + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.validation.paging." + limit + " is " + value));
	}

}
