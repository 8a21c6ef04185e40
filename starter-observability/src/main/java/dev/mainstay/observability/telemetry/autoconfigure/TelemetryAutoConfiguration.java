package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.mode.Switch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of metrics. The registry and the endpoint are those of Spring Boot;
 * this says what became of them.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass({ PrometheusMeterRegistry.class, PathMappedEndpoints.class })
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, TelemetryAutoConfiguration.ENABLED }, matchIfMissing = true)
public final class TelemetryAutoConfiguration {

	static final String ENABLED = "mainstay.telemetry.enabled";

	@Bean
	MetricsStatus mainstayMetricsStatus(ObjectProvider<PrometheusMeterRegistry> registry,
			ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
		return new MetricsStatus(registry, endpoints, environment);
	}

}
