package dev.mainstay.observability.tracing.sampling.autoconfigure;

import java.util.List;
import java.util.Set;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;

/**
 * What became of the sampling of traces.
 *
 * @param state whether it is ours
 * @param reason why not, {@code null} if it is
 */
record SamplingStatus(FeatureState state, @Nullable String reason) implements FeatureStatus {

	private static final List<Class<?>> PARTS = List.of(Sampler.class, SpanProcessors.class, ContextPropagators.class,
			SdkTracerProvider.class, OpenTelemetry.class);

	/** Told by their names, which ahead-of-time processing keeps, unlike their origin. */
	private static final Set<String> BEANS = Set.of("mainstaySampler", "mainstaySpanProcessors",
			"mainstayContextPropagators", "otelSdkTracerProvider", "openTelemetrySdk", "disabledOpenTelemetrySdk");

	static SamplingStatus of(ListableBeanFactory beanFactory, SamplerChoice choice) {
		if (!choice.isSwitchedOn()) {
			return new SamplingStatus(FeatureState.OFF, SamplerChoice.ENABLED + "=false");
		}
		for (Class<?> part : PARTS) {
			for (String bean : beanFactory.getBeanNamesForType(part, true, false)) {
				if (!BEANS.contains(bean)) {
					return new SamplingStatus(FeatureState.BACKED_OFF, "bean " + bean);
				}
			}
		}
		String setting = choice.setting();
		return (setting != null) ? new SamplingStatus(FeatureState.BACKED_OFF, setting)
				: new SamplingStatus(FeatureState.ON, null);
	}

	@Override
	public String feature() {
		return "trace-sampling";
	}

}
