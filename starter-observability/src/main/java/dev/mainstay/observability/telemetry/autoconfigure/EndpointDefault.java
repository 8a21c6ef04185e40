package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.Set;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.mode.Switch;

import org.springframework.core.env.Environment;

/**
 * Decides on the defaults that send telemetry to the one endpoint: they apply where there
 * is one, and no agent that sends the same.
 */
final class EndpointDefault implements DefaultCondition {

	static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";

	static final String LOGS = "management.opentelemetry.logging.export.otlp.endpoint";

	static final String METRICS = "management.otlp.metrics.export.url";

	/**
	 * With limits for what waits to be sent there: what a team exports itself stays
	 * whole.
	 */
	private static final Set<String> DEFAULTS = Set.of(TRACES, LOGS, METRICS,
			"management.opentelemetry.tracing.limits.max-attribute-value-length",
			"management.opentelemetry.logging.limits.max-attribute-value-length");

	@Override
	public boolean matches(String name, Environment environment) {
		return !DEFAULTS.contains(name) || (Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)
				&& TelemetryProperties.isValid(environment.getProperty(TelemetryProperties.ENDPOINT))
				&& !OpenTelemetryAgent.isAttached());
	}

}
