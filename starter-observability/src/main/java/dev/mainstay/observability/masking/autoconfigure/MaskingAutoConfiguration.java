package dev.mainstay.observability.masking.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.masking.MaskingEngine;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the masking of everything but log lines, whose formatter has an
 * engine of the same settings before there is a context.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.masking.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(MaskingProperties.class)
public final class MaskingAutoConfiguration {

	private static final String NAME = "mainstayMaskingEngine";

	@Bean(NAME)
	@ConditionalOnMissingBean(TextMasker.class)
	MaskingEngine mainstayMaskingEngine(MaskingProperties properties) {
		return MaskingEngine.create(properties.keys());
	}

	@Bean
	FeatureStatus mainstayMaskingStatus(ListableBeanFactory beanFactory) {
		String[] names = beanFactory.getBeanNamesForType(TextMasker.class, true, false);
		return (names.length == 1 && names[0].equals(NAME)) ? FeatureStatus.on("masking") : FeatureStatus
			.backedOff("masking", "bean " + String.join(", ", names) + "; log lines are masked all the same");
	}

}
