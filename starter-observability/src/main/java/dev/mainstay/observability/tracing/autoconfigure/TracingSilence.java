package dev.mainstay.observability.tracing.autoconfigure;

import java.util.List;
import java.util.Set;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.mode.Switch;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Decides on the defaults that switch off tracing. They apply where tracing itself is
 * switched off, whatever is configured for it, and where all of Mainstay is, unless the
 * application shows by its configuration that it wants tracing; in neither case where the
 * application has brought a tracing of its own.
 */
final class TracingSilence implements DefaultCondition {

	private static final Set<String> DEFAULTS = Set.of("management.tracing.export.enabled",
			"management.tracing.propagation.type", "spring.autoconfigure.exclude");

	private static final List<String> PREFIXES = List.of("management.tracing", "management.opentelemetry",
			"management.otlp", "management.zipkin");

	/** What comes with the other ways to add tracing, and not with this starter. */
	private static final List<String> CLASSES = List.of("io.micrometer.registry.otlp.OtlpMeterRegistry",
			"brave.Tracing", "zipkin2.reporter.BytesMessageSender",
			"io.opentelemetry.exporter.zipkin.ZipkinSpanExporter");

	@Override
	public boolean matches(String name, Environment environment) {
		return !DEFAULTS.contains(name) || (!isWanted(environment) && !isBroughtByTheApplication());
	}

	private static boolean isWanted(Environment environment) {
		if (!Switch.isOn(environment)) {
			return PREFIXES.stream().anyMatch((prefix) -> isConfigured(prefix, environment));
		}
		return Switch.isOn(environment, TracingAutoConfiguration.ENABLED);
	}

	private static boolean isBroughtByTheApplication() {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		return CLASSES.stream().anyMatch((name) -> ClassUtils.isPresent(name, classLoader));
	}

	private static boolean isConfigured(String prefix, Environment environment) {
		return Binder.get(environment).bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound();
	}

}
