package dev.mainstay.core.mode;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SwitchTests {

	private static final String FEATURE = "mainstay.request-id.enabled";

	@Test
	void everythingIsOnUnlessSwitchedOff() {
		assertThat(Switch.isOn(new MockEnvironment(), FEATURE)).isTrue();
	}

	@Test
	void anyOfTheSwitchesTurnsTheFeatureOff() {
		assertThat(Switch.isOn(new MockEnvironment().withProperty("mainstay.enabled", "false"), FEATURE)).isFalse();
		assertThat(Switch.isOn(new MockEnvironment().withProperty(FEATURE, "false"), "mainstay.other", FEATURE))
			.isFalse();
		assertThat(Switch.isOn(new MockEnvironment().withProperty(FEATURE, "false"))).isTrue();
	}

	@Test
	void anEnvironmentVariableSwitches() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("MAINSTAY_REQUESTID_ENABLED", "false")));
		ConfigurationPropertySources.attach(environment);
		assertThat(Switch.isOn(environment, FEATURE)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "TRUE", "false", "yes", "off", "", "${undefined:true}" })
	void decidesAsTheConditionOfABeanDoes(String value) {
		new ApplicationContextRunner().withUserConfiguration(Conditional.class)
			.withPropertyValues("mainstay.enabled=" + value)
			.run((context) -> assertThat(Switch.isOn(context.getEnvironment()))
				.isEqualTo(context.containsBean("bean")));
	}

	@Configuration(proxyBeanMethods = false)
	static class Conditional {

		@Bean
		@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
		String bean() {
			return "bean";
		}

	}

}
