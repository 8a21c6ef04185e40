package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.List;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.mode.Switch;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Decides on the default that switches off metrics for Prometheus. It applies where they
 * are switched off themselves, whatever is exposed, and where all of Mainstay is, unless
 * the application shows by its configuration that it wants them.
 */
final class MetricsSilence implements DefaultCondition {

	private static final String EXPORT = "management.prometheus.metrics.export.enabled";

	@Override
	public boolean matches(String name, Environment environment) {
		return !EXPORT.equals(name) || !isWanted(environment);
	}

	private static boolean isWanted(Environment environment) {
		return Switch.isOn(environment) ? Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)
				: isConfigured(environment);
	}

	private static boolean isConfigured(Environment environment) {
		Binder binder = Binder.get(environment);
		List<String> exposed = binder.bind("management.endpoints.web.exposure.include", Bindable.listOf(String.class))
			.orElse(List.of());
		return exposed.contains("prometheus") || exposed.contains("*") || isConfigured("management.prometheus", binder)
				|| isConfigured("management.endpoint.prometheus", binder);
	}

	private static boolean isConfigured(String prefix, Binder binder) {
		return binder.bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound();
	}

}
