package dev.mainstay.observability.tracing.autoconfigure;

import java.util.List;
import java.util.Set;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.defaults.MainstayDefaults;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Decides on the defaults that switch off tracing: they apply where tracing by Mainstay
 * is not wanted, unless the application shows that it brought tracing itself.
 */
final class TracingSilence implements DefaultCondition {

	private static final Set<String> DEFAULTS = Set.of("management.tracing.export.enabled",
			"spring.autoconfigure.exclude");

	private static final List<String> PREFIXES = List.of("management.tracing", "management.opentelemetry",
			"management.otlp", "management.zipkin");

	/** What comes with the other ways to add tracing, and not with this starter. */
	private static final List<String> CLASSES = List.of("io.micrometer.registry.otlp.OtlpMeterRegistry",
			"brave.Tracing", "zipkin2.reporter.BytesMessageSender",
			"io.opentelemetry.exporter.zipkin.ZipkinSpanExporter");

	@Override
	public boolean matches(String name, Environment environment) {
		return !DEFAULTS.contains(name) || (!isWanted(environment) && !isBroughtByTheApplication(environment));
	}

	private static boolean isWanted(Environment environment) {
		return environment.getProperty(MainstayDefaults.ENABLED, Boolean.class, true)
				&& environment.getProperty("mainstay.tracing.enabled", Boolean.class, true);
	}

	private static boolean isBroughtByTheApplication(Environment environment) {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		return CLASSES.stream().anyMatch((name) -> ClassUtils.isPresent(name, classLoader))
				|| PREFIXES.stream().anyMatch((prefix) -> isConfigured(prefix, environment));
	}

	private static boolean isConfigured(String prefix, Environment environment) {
		return Binder.get(environment).bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound();
	}

}
