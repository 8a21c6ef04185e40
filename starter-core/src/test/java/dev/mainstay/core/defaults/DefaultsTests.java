package dev.mainstay.core.defaults;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultsTests {

	private static final String DEFAULTED = "spring.task.execution.propagate-context";

	@Test
	void aDefaultAppliesWhereTheApplicationSaysNothing() {
		try (ConfigurableApplicationContext context = run(Empty.class)) {
			assertThat(context.getEnvironment().getProperty(DEFAULTED)).isEqualTo("true");
			assertThat(MainstayDefaults.provides(context.getEnvironment(), DEFAULTED)).isTrue();
		}
	}

	@Test
	void aPropertyOfTheApplicationWins() {
		try (ConfigurableApplicationContext context = run(Empty.class, "--" + DEFAULTED + "=false")) {
			assertThat(context.getEnvironment().getProperty(DEFAULTED)).isEqualTo("false");
			assertThat(MainstayDefaults.provides(context.getEnvironment(), DEFAULTED)).isFalse();
		}
	}

	@Test
	void aListOfTheApplicationWinsInEveryForm() {
		String include = "management.endpoints.web.exposure.include";
		try (ConfigurableApplicationContext context = run(Empty.class)) {
			assertThat(MainstayDefaults.provides(context.getEnvironment(), include)).isTrue();
		}
		try (ConfigurableApplicationContext context = run(Empty.class, "--" + include + "[0]=env")) {
			assertThat(MainstayDefaults.provides(context.getEnvironment(), include)).isFalse();
		}
		try (ConfigurableApplicationContext context = run(Empty.class,
				"--management.endpoints.web.exposure.INCLUDE=env")) {
			assertThat(MainstayDefaults.provides(context.getEnvironment(), include)).isFalse();
		}
	}

	@Test
	void anEnvironmentVariableOfTheApplicationWins() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addLast(new MapPropertySource(MainstayDefaults.DEFAULTS, Map.of("server.shutdown", "graceful")));
		assertThat(MainstayDefaults.provides(environment, "server.shutdown")).isTrue();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("SERVER_SHUTDOWN", "immediate")));
		assertThat(MainstayDefaults.provides(environment, "server.shutdown")).isFalse();
	}

	@Test
	void aPropertySourceAnnotationWins() {
		try (ConfigurableApplicationContext context = run(WithPropertySource.class)) {
			assertThat(context.getEnvironment().getProperty(DEFAULTED)).isEqualTo("false");
		}
	}

	@Test
	void aPropertySourceAnnotationWinsWhereConditionsOfAutoConfigurationsAreDecided() {
		try (ConfigurableApplicationContext context = run(WithAutoConfiguration.class)) {
			assertThat(context.getBeanNamesForType(TaskDecorator.class)).isEmpty();
		}
	}

	@Test
	void defaultPropertiesOfTheApplicationWin() {
		SpringApplication application = application(Empty.class);
		application.setDefaultProperties(Map.of(DEFAULTED, "false"));
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.getEnvironment().getProperty(DEFAULTED)).isEqualTo("false");
		}
	}

	@Test
	void noDefaultAppliesWhenMainstayIsOff() {
		try (ConfigurableApplicationContext context = run(Empty.class, "--mainstay.enabled=false")) {
			assertThat(context.getEnvironment().getProperty(DEFAULTED)).isNull();
		}
	}

	@Test
	void aPolicyStandsAboveTheDefaultsAndBelowTheApplication() {
		try (ConfigurableApplicationContext context = run(Empty.class)) {
			ConfigurableEnvironment environment = context.getEnvironment();
			assertThat(environment.getProperty("acme.region")).isEqualTo("north");
			assertThat(environment.getPropertySources().stream().map((source) -> source.getName()))
				.endsWith(MainstayDefaults.POLICY, MainstayDefaults.DEFAULTS);
		}
	}

	private static ConfigurableApplicationContext run(Class<?> source, String... arguments) {
		return application(source).run(arguments);
	}

	private static SpringApplication application(Class<?> source) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	@PropertySource("classpath:dev/mainstay/core/defaults/application-owned.properties")
	static class WithPropertySource {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@PropertySource("classpath:dev/mainstay/core/defaults/application-owned.properties")
	static class WithAutoConfiguration {

	}

}
