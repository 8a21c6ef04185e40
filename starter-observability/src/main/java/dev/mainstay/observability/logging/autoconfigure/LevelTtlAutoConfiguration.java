package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.level.LevelAudit;
import dev.mainstay.observability.logging.level.TimedLevels;
import dev.mainstay.observability.logging.level.TimedLoggersExtension;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of log levels that end by themselves, where Spring Boot's endpoint
 * {@code loggers} is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.actuate.autoconfigure.logging.LoggersEndpointAutoConfiguration")
@ConditionalOnClass(LoggersEndpoint.class)
@ConditionalOnBean(LoggersEndpoint.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, LevelTtlProperties.ENABLED }, matchIfMissing = true)
@Conditional(OnOwnLoggersExtension.class)
@EnableConfigurationProperties(LevelTtlProperties.class)
public final class LevelTtlAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TimedLevels mainstayTimedLevels(LoggingSystem loggingSystem, ObjectProvider<LoggerGroups> groups,
			ApplicationEventPublisher events) {
		return new TimedLevels(loggingSystem, groups.getIfAvailable(LoggerGroups::new), new LevelAudit(events));
	}

	@Bean
	@ConditionalOnMissingBean
	TimedLoggersExtension mainstayTimedLoggersExtension(LoggersEndpoint endpoint, TimedLevels levels,
			LevelTtlProperties properties, Environment environment) {
		@Nullable TimedLevels switchedOn = Switch.isOn(environment, LevelTtlProperties.ENABLED) ? levels : null;
		return new TimedLoggersExtension(endpoint, switchedOn, properties.max());
	}

}
