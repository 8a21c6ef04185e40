package dev.mainstay.core.mode.autoconfigure;

import dev.mainstay.core.mode.Ladder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the ladder. Apart from what is said about it, because the rules
 * of a feature are also in a test slice that has no other part of Mainstay.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MainstayProperties.class)
public final class LadderAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Ladder mainstayLadder(MainstayProperties properties) {
		return new Ladder(properties.mode());
	}

}
