package dev.mainstay.observability.tracing.autoconfigure;

import java.util.Set;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What became of tracing.
 */
record TracingStatus(FeatureState state, @Nullable String reason) implements FeatureStatus {

	private static final String EXPORT = "management.tracing.export.enabled";

	private static final String TRACER = "io.micrometer.tracing.Tracer";

	private static final String OPEN_TELEMETRY = "io.opentelemetry.api.OpenTelemetry";

	private static final String NO_TRACER = "noopTracer";

	/** Told by their names, which ahead-of-time processing keeps, unlike their origin. */
	private static final Set<String> BEANS_OF_BOOT = Set.of("micrometerOtelTracer", NO_TRACER, "braveTracer",
			"openTelemetrySdk", "disabledOpenTelemetrySdk");

	static TracingStatus of(ListableBeanFactory beanFactory, Environment environment) {
		if (!Switch.isOn(environment, TracingAutoConfiguration.ENABLED)) {
			return off(beanFactory);
		}
		for (String type : new String[] { OPEN_TELEMETRY, TRACER }) {
			String bean = bean(beanFactory, type, BEANS_OF_BOOT);
			if (bean != null) {
				return new TracingStatus(FeatureState.BACKED_OFF, "bean " + bean);
			}
		}
		boolean exported = environment.getProperty(EXPORT, Boolean.class, true);
		return exported ? new TracingStatus(FeatureState.ON, null)
				: new TracingStatus(FeatureState.OFF, EXPORT + "=false");
	}

	/** Off, and whether something traces all the same. */
	static TracingStatus off(ListableBeanFactory beanFactory) {
		String reason = TracingAutoConfiguration.ENABLED + "=false";
		String tracer = bean(beanFactory, TRACER, Set.of(NO_TRACER));
		return new TracingStatus(FeatureState.OFF,
				(tracer != null) ? reason + ", but the bean " + tracer + " traces" : reason);
	}

	private static @Nullable String bean(ListableBeanFactory beanFactory, String type, Set<String> without) {
		ClassLoader classLoader = TracingStatus.class.getClassLoader();
		if (ClassUtils.isPresent(type, classLoader)) {
			Class<?> resolved = ClassUtils.resolveClassName(type, classLoader);
			for (String name : beanFactory.getBeanNamesForType(resolved, true, false)) {
				if (!without.contains(name)) {
					return name;
				}
			}
		}
		return null;
	}

	@Override
	public String feature() {
		return "tracing";
	}

}
