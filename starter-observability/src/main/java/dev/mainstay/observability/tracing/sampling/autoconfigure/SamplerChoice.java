package dev.mainstay.observability.tracing.sampling.autoconfigure;

import java.util.Locale;

import dev.mainstay.core.mode.Switch;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Whether the sampling is ours, or what the application has set for Spring Boot. Read
 * when a bean is created, not by a condition, which would be frozen in an application
 * that was processed ahead of time.
 *
 * @param environment the environment of the running application
 */
record SamplerChoice(Environment environment) {

	static final String ENABLED = "mainstay.tracing.sampling.enabled";

	static final String PROBABILITY = "management.tracing.sampling.probability";

	/** {@code OTEL_TRACES_SAMPLER} becomes this, too. */
	private static final String SAMPLER = "management.opentelemetry.tracing.sampler";

	private static final String UNSAMPLED = "management.opentelemetry.tracing.export.include-unsampled";

	private static final String RATIO = "mainstay.tracing.sampling.ratio";

	private static final String TRACING = "mainstay.tracing.enabled";

	private static final double DEFAULT_PROBABILITY = 0.1;

	private static final double DEFAULT_PER_SECOND = 5;

	boolean isOurs() {
		return isSwitchedOn() && setting() == null;
	}

	boolean isSwitchedOn() {
		return Switch.isOn(this.environment, TRACING, ENABLED);
	}

	/** The setting of the application that decides in our place. */
	@Nullable String setting() {
		String sampler = this.environment.getProperty(SAMPLER);
		if (StringUtils.hasText(sampler)) {
			return SAMPLER + "=" + sampler;
		}
		if (this.environment.getProperty(UNSAMPLED, Boolean.class, false)) {
			return UNSAMPLED + "=true";
		}
		boolean nothing = probability() <= 0 && this.environment.getProperty(RATIO) == null;
		return nothing ? PROBABILITY + "=" + this.environment.getProperty(PROBABILITY) : null;
	}

	double ratio(SamplingProperties properties) {
		return (properties.ratio() != null) ? properties.ratio() : probability();
	}

	/** Who has set a share wants no more than that. */
	double tracesPerSecond(SamplingProperties properties) {
		if (properties.tracesPerSecond() != null) {
			return properties.tracesPerSecond();
		}
		return (this.environment.getProperty(PROBABILITY) != null) ? 0 : DEFAULT_PER_SECOND;
	}

	/** As Spring Boot makes it of the same properties. */
	Sampler ofSpringBoot() {
		String name = this.environment.getProperty(SAMPLER, "").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		return switch (name) {
			case "alwayson" -> Sampler.alwaysOn();
			case "alwaysoff" -> Sampler.alwaysOff();
			case "traceidratio" -> Sampler.traceIdRatioBased(probability());
			case "parentbasedalwayson" -> Sampler.parentBased(Sampler.alwaysOn());
			case "parentbasedalwaysoff" -> Sampler.parentBased(Sampler.alwaysOff());
			default -> Sampler.parentBased(Sampler.traceIdRatioBased(probability()));
		};
	}

	private double probability() {
		return this.environment.getProperty(PROBABILITY, Double.class, DEFAULT_PROBABILITY);
	}

}
