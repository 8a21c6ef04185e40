package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of metrics. The registry and the endpoint are those of Spring Boot;
 * this says what became of them.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(PrometheusMeterRegistry.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.telemetry.enabled" }, matchIfMissing = true)
public final class TelemetryAutoConfiguration {

	@Bean
	FeatureStatus mainstayMetricsStatus(ObjectProvider<PrometheusMeterRegistry> registry) {
		return new FeatureStatus() {

			@Override
			public String feature() {
				return "metrics";
			}

			@Override
			public FeatureState state() {
				return (registry.getIfAvailable() != null) ? FeatureState.ON : FeatureState.OFF;
			}

			@Override
			public String reason() {
				return (state() == FeatureState.ON) ? "/actuator/prometheus" : "no registry for Prometheus";
			}

		};
	}

}
