package dev.mainstay.observability.accesslog.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.accesslog.SlowRequests;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what counts as slow, which the sampling of traces asks too, with
 * or without an access log.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = Switch.MAINSTAY, matchIfMissing = true)
@EnableConfigurationProperties(AccessLogProperties.class)
public final class SlowRequestsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SlowRequests mainstaySlowRequests(AccessLogProperties properties) {
		return SlowRequests.above(properties.slowThreshold(), properties.slowThresholds());
	}

}
