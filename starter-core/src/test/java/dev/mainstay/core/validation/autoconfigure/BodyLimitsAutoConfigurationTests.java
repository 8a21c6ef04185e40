package dev.mainstay.core.validation.autoconfigure;

import java.util.Map;
import java.util.stream.Collectors;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.limits.reactive.BodyLimitWebFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

class BodyLimitsAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(BodyLimitsAutoConfiguration.class,
			ValidationRulesAutoConfiguration.class, LadderAutoConfiguration.class, ProblemAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void limitsServletsByDefault() {
		this.contextRunner.run((context) -> {
			FilterRegistrationBean<?> filter = context.getBean("mainstayBodyLimitFilter", FilterRegistrationBean.class);
			assertThat(filter.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE + 10);
			assertThat(filter.isEnabled()).isTrue();
			assertThat(context).hasBean("mainstayTomcatBodyLimitCustomizer").doesNotHaveBean(BodyLimitWebFilter.class);
			assertThat(refuses(context.getBean(BodyLimits.class), 32 * 1024 * 1024)).isFalse();
			assertThat(refuses(context.getBean(BodyLimits.class), 32 * 1024 * 1024 + 1)).isTrue();
		});
	}

	@Test
	void limitsWebFluxByDefault() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(BodyLimitWebFilter.class)
				.doesNotHaveBean("mainstayBodyLimitFilter"));
	}

	@Test
	void thereIsNothingWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(BodyLimits.class));
	}

	@Test
	void backsOffForLimitsOfTheApplication() {
		this.contextRunner.withBean("own", BodyLimits.class, () -> {
			Rule rule = new Ladder(Mode.REPORT).rule("own", null);
			return new BodyLimits(new BodyLimits.Sizes(5, -1, Map.of()), rule, rule);
		}).run((context) -> assertThat(refuses(context.getBean(BodyLimits.class), 6)).isTrue());
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.enabled=false", "mainstay.validation.enabled=false" })
	void theSwitchesTakeThemAway(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(BodyLimits.class)
				.doesNotHaveBean("mainstayBodyLimitFilter"));
	}

	@Test
	void thereIsNoFilterWhenNothingIsLimited() {
		this.contextRunner
			.withPropertyValues("mainstay.validation.limits.body-size=-1", "mainstay.validation.large-body=off",
					"mainstay.validation.compressed-body=off")
			.run((context) -> assertThat(
					context.getBean("mainstayBodyLimitFilter", FilterRegistrationBean.class).isEnabled())
				.isFalse());
	}

	@Test
	void theMostSpecificRouteWins() {
		this.contextRunner
			.withPropertyValues("mainstay.validation.limits.body-size=10B",
					"mainstay.validation.limits.routes[/**]=20B", "mainstay.validation.limits.routes[/a/*]=30B")
			.run((context) -> {
				BodyLimits limits = context.getBean(BodyLimits.class);
				assertThat(limits.refuses(() -> PathContainer.parsePath("/a/b"), 30)).isFalse();
				assertThat(limits.refuses(() -> PathContainer.parsePath("/a/b"), 31)).isTrue();
				assertThat(limits.refuses(() -> PathContainer.parsePath("/b"), 21)).isTrue();
			});
	}

	@Test
	void thePropertiesAndTheModeSetTheRungs() {
		this.contextRunner.withPropertyValues("mainstay.mode=enforce", "mainstay.validation.compressed-body=off")
			.run((context) -> assertThat(
					context.getBean(Ladder.class).rules().stream().collect(Collectors.toMap(Rule::name, Rule::rung)))
				.isEqualTo(Map.of("validation.large-body", Rung.ENFORCE, "validation.compressed-body", Rung.OFF)));
	}

	@Test
	void worksWithoutTomcatAndWithoutSpringMvc() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.apache.catalina"))
			.run((context) -> assertThat(context).hasNotFailed().hasBean("mainstayBodyLimitFilter"));
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayBodyLimitFilter"));
	}

	private static boolean refuses(BodyLimits limits, long length) {
		return limits.refuses(() -> PathContainer.parsePath("/"), length);
	}

}
