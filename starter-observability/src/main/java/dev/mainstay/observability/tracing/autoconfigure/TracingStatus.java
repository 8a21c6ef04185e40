package dev.mainstay.observability.tracing.autoconfigure;

import java.util.Set;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
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

	/** Told by their names, which ahead-of-time processing keeps, unlike their origin. */
	private static final Set<String> BEANS_OF_BOOT = Set.of("micrometerOtelTracer", "noopTracer", "braveTracer",
			"openTelemetrySdk", "disabledOpenTelemetrySdk");

	static TracingStatus of(ListableBeanFactory beanFactory, Environment environment) {
		for (String type : new String[] { OPEN_TELEMETRY, TRACER }) {
			String bean = beanOfTheApplication(beanFactory, type);
			if (bean != null) {
				return new TracingStatus(FeatureState.BACKED_OFF, "bean " + bean);
			}
		}
		boolean exported = environment.getProperty(EXPORT, Boolean.class, true);
		return exported ? new TracingStatus(FeatureState.ON, null)
				: new TracingStatus(FeatureState.OFF, EXPORT + "=false");
	}

	private static @Nullable String beanOfTheApplication(ListableBeanFactory beanFactory, String type) {
		ClassLoader classLoader = TracingStatus.class.getClassLoader();
		if (ClassUtils.isPresent(type, classLoader)) {
			Class<?> resolved = ClassUtils.resolveClassName(type, classLoader);
			for (String name : beanFactory.getBeanNamesForType(resolved, true, false)) {
				if (!BEANS_OF_BOOT.contains(name)) {
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
