package dev.mainstay.core.validation.autoconfigure;

import java.util.Map;
import java.util.stream.Collectors;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.validation.json.JsonRules;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

class JsonInputAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(JsonInputAutoConfiguration.class,
			ValidationRulesAutoConfiguration.class, LadderAutoConfiguration.class, JacksonAutoConfiguration.class,
			HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class,
			DispatcherServletAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void readsWithinLimitsByDefault() {
		this.contextRunner.run((context) -> {
			assertThat(converters(context.getBean(RequestMappingHandlerAdapter.class))).isOne();
			assertThat(context.getBean(MappersLeftAlone.class).state()).isEqualTo(FeatureState.ON);
			assertThat(context.getBean(MappersLeftAlone.class).reason()).isNull();
		});
	}

	@Test
	void thereIsNothingWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(JsonRules.class)
				.doesNotHaveBean("mainstayBuilderMark"));
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.enabled=false", "mainstay.validation.enabled=false" })
	void theSwitchesTakeItAway(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(JsonRules.class)
				.doesNotHaveBean("mainstayJsonPostProcessor")
				.doesNotHaveBean("mainstayBuilderMark"));
	}

	@Test
	void leavesTheAdapterAloneWhenNothingIsLimitedAndAllRulesAreOff() {
		this.contextRunner
			.withPropertyValues("mainstay.validation.limits.json-depth=-1", "mainstay.validation.limits.json-tokens=-1",
					"mainstay.validation.limits.json-string-length=-1",
					"mainstay.validation.limits.json-name-length=-1",
					"mainstay.validation.limits.json-number-length=-1", "mainstay.validation.limits.json-exponent=-1",
					"mainstay.validation.limits.json-nul=true", "mainstay.validation.unknown-properties=off",
					"mainstay.validation.duplicate-properties=off", "mainstay.validation.scalar-coercion=off",
					"mainstay.validation.enum-ordinals=off", "mainstay.validation.null-elements=off")
			.run((context) -> assertThat(converters(context.getBean(RequestMappingHandlerAdapter.class))).isZero());
	}

	@Test
	void standsAsideWithoutJackson3() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRules.class));
	}

	@Test
	void worksOnWebFluxAndWithoutSpringMvc() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JsonInputAutoConfiguration.class,
					ValidationRulesAutoConfiguration.class, LadderAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JsonRules.class));
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.mode=report,REPORT,OFF", "mainstay.mode=enforce,ENFORCE,OFF",
			"mainstay.validation.strictness=strict,ENFORCE,ENFORCE",
			"mainstay.validation.strictness=lenient,REPORT,OFF",
			"mainstay.validation.control-characters=report,REPORT,REPORT" })
	void thePropertiesAndTheModeSetTheRungs(String property, Rung most, Rung control) {
		this.contextRunner.withPropertyValues(property).run((context) -> {
			Map<String, Rung> rungs = context.getBean(Ladder.class)
				.rules()
				.stream()
				.collect(Collectors.toMap(Rule::name, Rule::rung));
			assertThat(rungs.remove("validation.control-characters")).isEqualTo(control);
			assertThat(rungs).hasSize(5).allSatisfy((name, rung) -> assertThat(rung).isEqualTo(most));
		});
	}

	private static long converters(RequestMappingHandlerAdapter adapter) {
		return adapter.getMessageConverters()
			.stream()
			.filter((converter) -> converter.getClass().getName().contains("mainstay"))
			.count();
	}

}
