package dev.mainstay.resilience.actuate.autoconfigure;

import java.util.Map;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.actuate.ResilienceEndpoint;
import dev.mainstay.resilience.call.autoconfigure.CallAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.policy.metrics.CallMeters;
import dev.mainstay.resilience.retry.RetryMeters;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ResilienceEndpointAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				CallAutoConfiguration.class, ResilienceEndpointAutoConfiguration.class,
				CallMetersAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=resilience");

	@Test
	void isThereWhereItIsExposed() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ResilienceEndpoint.class)
				.hasSingleBean(CallMeters.class)
				.hasSingleBean(RetryMeters.class);
			assertThat(state(context)).isEqualTo(FeatureState.ON);
		});
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=health").run((context) -> {
			assertThat(context).doesNotHaveBean(ResilienceEndpoint.class);
			assertThat(state(context)).isEqualTo(FeatureState.NOT_APPLICABLE);
		});
	}

	@Test
	void leavesTheIdToTheApplication() {
		this.contextRunner.withBean("own", OwnEndpoint.class).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(ResilienceEndpoint.class);
			assertThat(state(context)).isEqualTo(FeatureState.BACKED_OFF);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.http-client.enabled=false" })
	void isNotThereWhenItIsOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ResilienceEndpoint.class)
				.doesNotHaveBean(CallMeters.class)
				.doesNotHaveBean(RetryMeters.class)
				.doesNotHaveBean(FeatureStatus.class));
	}

	@Test
	void theMetersOfRetriesGoWithThem() {
		this.contextRunner.withPropertyValues("mainstay.http-client.retry.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(CallMeters.class).doesNotHaveBean(RetryMeters.class));
	}

	@Test
	void worksWithoutWhatIsOptional() {
		this.contextRunner
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate.autoconfigure", "io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResilienceEndpoint.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).doesNotHaveBean(CallMeters.class));
	}

	private static FeatureState state(ApplicationContext context) {
		return context.getBeansOfType(FeatureStatus.class)
			.values()
			.stream()
			.filter((status) -> status.feature().equals("resilience-endpoint"))
			.findFirst()
			.orElseThrow()
			.state();
	}

	@Endpoint(id = "resilience")
	static class OwnEndpoint {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "resilience");
		}

	}

}
