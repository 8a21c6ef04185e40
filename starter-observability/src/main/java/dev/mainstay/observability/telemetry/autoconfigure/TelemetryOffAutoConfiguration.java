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
 * Auto-configuration of what is left to say where metrics are switched off.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass({ PrometheusMeterRegistry.class, PathMappedEndpoints.class })
@ConditionalOnBooleanProperty(name = Switch.MAINSTAY, matchIfMissing = true)
@ConditionalOnBooleanProperty(name = TelemetryAutoConfiguration.ENABLED, havingValue = false)
public final class TelemetryOffAutoConfiguration {

	@Bean
	MetricsStatus mainstayMetricsOffStatus(ObjectProvider<PrometheusMeterRegistry> registry,
			ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
		return new MetricsStatus(registry, endpoints, environment);
	}

}
