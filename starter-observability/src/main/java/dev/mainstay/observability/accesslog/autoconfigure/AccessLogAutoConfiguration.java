package dev.mainstay.observability.accesslog.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.accesslog.AccessLog;
import dev.mainstay.observability.masking.autoconfigure.MaskingAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the access log.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = MaskingAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.access-log.enabled" }, matchIfMissing = true)
public final class AccessLogAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AccessLog mainstayAccessLog(ObjectProvider<TextMasker> masker) {
		return new AccessLog(masker.getIfAvailable(TextMasker::none));
	}

	@Bean
	FeatureStatus mainstayAccessLogStatus() {
		return FeatureStatus.on("access-log");
	}

}
