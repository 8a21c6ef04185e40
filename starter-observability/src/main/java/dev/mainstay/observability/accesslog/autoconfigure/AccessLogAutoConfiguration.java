package dev.mainstay.observability.accesslog.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.accesslog.AccessLog;
import dev.mainstay.observability.accesslog.SlowRequests;
import dev.mainstay.observability.masking.autoconfigure.MaskingAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the access log.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { MaskingAutoConfiguration.class, SlowRequestsAutoConfiguration.class })
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, AccessLogAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(AccessLogProperties.class)
public final class AccessLogAutoConfiguration {

	static final String ENABLED = "mainstay.access-log.enabled";

	@Bean
	@ConditionalOnMissingBean
	AccessLog mainstayAccessLog(ObjectProvider<TextMasker> masker, ObjectProvider<SlowRequests> slowRequests,
			AccessLogProperties properties, Environment environment) {
		return new AccessLog(masker.getIfAvailable(TextMasker::none), slowRequests.getIfAvailable(SlowRequests::none),
				properties.sampling(), Switch.isOn(environment, ENABLED));
	}

	@Bean
	AccessLogStatus mainstayAccessLogStatus(Environment environment) {
		return new AccessLogStatus(Switch.isOn(environment, ENABLED));
	}

}
