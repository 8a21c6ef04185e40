package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.validation.ValidationRules;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the place of the validation's rules on the ladder.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LadderAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(Ladder.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.validation.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(ValidationProperties.class)
public final class ValidationRulesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ValidationRules mainstayValidationRules(Ladder ladder, ValidationProperties properties, Environment environment) {
		return new ValidationRules(ladder, properties.strictness(),
				Switch.isOn(environment, "mainstay.validation.enabled"));
	}

	/** What does not look everywhere says so by a status of its own. */
	@Bean
	FeatureStatus mainstayValidationStatus() {
		return FeatureStatus.on("validation");
	}

}
