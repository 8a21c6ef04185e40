package dev.mainstay.observability.cardinality.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.cardinality.FoldedUris;
import dev.mainstay.observability.masking.autoconfigure.MaskingAutoConfiguration;
import io.micrometer.core.instrument.config.MeterFilter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what keeps the series of a meter few.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = MaskingAutoConfiguration.class)
@ConditionalOnClass(MeterFilter.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, CardinalityAutoConfiguration.ENABLED }, matchIfMissing = true)
public final class CardinalityAutoConfiguration {

	static final String ENABLED = "mainstay.cardinality.enabled";

	/** Of Spring Boot. */
	private static final int MAX_URIS = 100;

	/** Last, so that what the application makes of a URI is what counts. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	FoldedUris mainstayFoldedServerUris(ObjectProvider<TextMasker> masker, Environment environment) {
		return folded("server", masker, environment);
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	FoldedUris mainstayFoldedClientUris(ObjectProvider<TextMasker> masker, Environment environment) {
		return folded("client", masker, environment);
	}

	/** By the properties of Spring Boot, whose limit it is. */
	private static FoldedUris folded(String side, ObjectProvider<TextMasker> masker, Environment environment) {
		String name = "http." + side + ".requests";
		String property = "management.metrics.web." + side + ".max-uri-tags";
		int max = Switch.isOn(environment, ENABLED) ? environment.getProperty(property, Integer.class, MAX_URIS) : 0;
		return new FoldedUris(environment.getProperty("management.observations." + name + ".name", name), max, property,
				masker.getIfAvailable(TextMasker::none));
	}

	@Bean
	FeatureStatus mainstayCardinalityStatus(Environment environment) {
		return new Status(Switch.isOn(environment, ENABLED));
	}

	private record Status(boolean enabled) implements FeatureStatus {

		@Override
		public String feature() {
			return "cardinality";
		}

		@Override
		public FeatureState state() {
			return this.enabled ? FeatureState.ON : FeatureState.OFF;
		}

		@Override
		public @Nullable String reason() {
			return this.enabled ? null : ENABLED + "=false";
		}

	}

}
