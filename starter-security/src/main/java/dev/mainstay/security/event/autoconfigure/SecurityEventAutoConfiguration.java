package dev.mainstay.security.event.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.event.SecurityEventListener;
import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.metrics.SecurityEventMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Auto-configuration of the security events.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, SecurityEventAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(SecurityEventProperties.class)
public final class SecurityEventAutoConfiguration {

	static final String ENABLED = "mainstay.security.event.enabled";

	private static final String AUDIT = "org.springframework.boot.actuate.audit.listener.AuditApplicationEvent";

	@Bean
	@ConditionalOnMissingBean
	SecurityEventLog mainstaySecurityEventLog(SecurityEventProperties properties, ObjectProvider<TextMasker> masker,
			ObjectProvider<TrustedProxies> proxies, Environment environment) {
		return new SecurityEventLog(properties.principals(), properties.maxFailuresPerSecond(),
				masker.getIfAvailable(TextMasker::none), proxies.getIfAvailable(TrustedProxies::none),
				Switch.isOn(environment, ENABLED));
	}

	@Bean
	SecurityEventPublisher mainstaySecurityEventPublisher(ApplicationEventPublisher events, Environment environment) {
		return new SecurityEventPublisher(events, Switch.isOn(environment, ENABLED));
	}

	@Bean
	SecurityEventListener mainstaySecurityEventListener(SecurityEventLog log, ApplicationContext context) {
		return new SecurityEventListener(log, auditing(context));
	}

	@Bean
	SecurityEventStatus mainstaySecurityEventStatus(SecurityEventLog log, ObjectProvider<UnseenEvents> unseen) {
		return new SecurityEventStatus(log.enabled(), () -> unseen.stream().map(UnseenEvents::text).toList());
	}

	/** An endpoint for events is not made here, and neither is a place for them. */
	private static @Nullable ApplicationEventPublisher auditing(ApplicationContext context) {
		return ClassUtils.isPresent(AUDIT, context.getClassLoader()) ? context : null;
	}

	/**
	 * The counters, where there are metrics.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		SecurityEventMetrics mainstaySecurityEventMetrics(SecurityEventLog log) {
			return new SecurityEventMetrics(log);
		}

	}

}
