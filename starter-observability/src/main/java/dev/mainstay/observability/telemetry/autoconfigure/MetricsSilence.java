package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.List;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.defaults.MainstayDefaults;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Decides on the default that switches off metrics for Prometheus: it applies where
 * metrics by Mainstay are not wanted, unless the application shows that it brought them
 * itself.
 */
final class MetricsSilence implements DefaultCondition {

	private static final String EXPORT = "management.prometheus.metrics.export.enabled";

	@Override
	public boolean matches(String name, Environment environment) {
		return !EXPORT.equals(name) || (!isWanted(environment) && !isBroughtByTheApplication(environment));
	}

	private static boolean isWanted(Environment environment) {
		return environment.getProperty(MainstayDefaults.ENABLED, Boolean.class, true)
				&& environment.getProperty("mainstay.telemetry.enabled", Boolean.class, true);
	}

	private static boolean isBroughtByTheApplication(Environment environment) {
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
