package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class TelemetryAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelemetryAutoConfiguration.class));

	@Test
	void isOnWithARegistryForPrometheus() {
		this.runner.withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
			.run((context) -> assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.ON));
	}

	@Test
	void isOffWithoutOne() {
		this.runner
			.run((context) -> assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.OFF));
		this.runner.withClassLoader(new FilteredClassLoader(PrometheusMeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(FeatureStatus.class));
	}

	@Test
	void isDisabledByItsSwitchAndByThatOfMainstay() {
		this.runner.withPropertyValues("mainstay.telemetry.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FeatureStatus.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FeatureStatus.class));
	}

}
