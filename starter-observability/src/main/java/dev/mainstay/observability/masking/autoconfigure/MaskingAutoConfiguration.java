package dev.mainstay.observability.masking.autoconfigure;

import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.StartRemark;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.masking.metrics.MaskingMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the masking of everything but log lines, whose formatter has an
 * engine of the same settings before there is a context.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, MaskingAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(MaskingProperties.class)
public final class MaskingAutoConfiguration {

	static final String ENABLED = "mainstay.masking.enabled";

	static final String NAME = "mainstayMaskingEngine";

	/** By its name, as there is one such bean for each feature. */
	private static final String LOG_FORMAT = "mainstayLogFormatStatus";

	@Bean(NAME)
	@ConditionalOnMissingBean(TextMasker.class)
	MaskingEngine mainstayMaskingEngine(MaskingProperties properties, Environment environment) {
		return Switch.isOn(environment, ENABLED) ? MaskingEngine.create(properties.rules()) : MaskingEngine.none();
	}

	@Bean
	MaskingStatus mainstayMaskingStatus(ListableBeanFactory beanFactory, Environment environment,
			@Qualifier(LOG_FORMAT) ObjectProvider<FeatureStatus> logging) {
		return new MaskingStatus(beanFactory, environment, logging::getIfAvailable);
	}

	@Bean
	StartRemark mainstayMaskingCanary(ObjectProvider<TextMasker> masker, Environment environment,
			@Qualifier(LOG_FORMAT) ObjectProvider<FeatureStatus> logging) {
		return Switch.isOn(environment, ENABLED) ? MaskingTrial.canary(masker, environment, logging) : List::of;
	}

	/**
	 * The counter, where there are metrics.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		MaskingMetrics mainstayMaskingMetrics() {
			return new MaskingMetrics();
		}

	}

}
