package dev.mainstay.core.problem.autoconfigure;

import org.apache.catalina.valves.ErrorReportValve;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the error contract holds for what Tomcat turns away.
 */
class TomcatProblemAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(ProblemAutoConfiguration.class,
			TomcatProblemAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void isThereByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TomcatProblemCustomizer.class));
	}

	@Test
	void isNotThereWhenSwitchedOff() {
		this.runner.withPropertyValues("mainstay.problem.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TomcatProblemCustomizer.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TomcatProblemCustomizer.class));
	}

	@Test
	void isNotThereWithoutTomcat() {
		this.runner.withClassLoader(new FilteredClassLoader(ErrorReportValve.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TomcatProblemCustomizer.class));
	}

	@Test
	void isNotThereOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(TomcatProblemCustomizer.class));
	}

	@Test
	void leavesThePagesOfTheContainerToAnApplicationThatWantsThem() {
		this.runner.withPropertyValues("spring.autoconfigure.exclude=" + ErrorMvcAutoConfiguration.class.getName())
			.withUserConfiguration(Excluding.class)
			.run((context) -> assertThat(context).doesNotHaveBean(TomcatProblemCustomizer.class));
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Excluding {

	}

}
