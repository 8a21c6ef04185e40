package dev.mainstay.observability.logging.autoconfigure;

import java.util.Objects;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.LoggingMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Auto-configuration of the log format. The format itself is set by a default property,
 * long before there is a context; this says what became of it.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, LogFormatDefault.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties({ LoggingProperties.class, StormProperties.class, AsyncProperties.class,
		LevelTtlProperties.class, TextProperties.class })
public final class LoggingAutoConfiguration {

	@Bean
	LogFormatStatus mainstayLogFormatStatus(Environment environment) {
		if (!Switch.isOn(environment, LogFormatDefault.ENABLED)) {
			return new LogFormatStatus(FeatureState.OFF, LogFormatDefault.ENABLED + "=false");
		}
		LogFormatChoice choice = LogFormatChoice.of(environment,
				Objects.requireNonNull(ClassUtils.getDefaultClassLoader()), () -> Terminal.isAttached(environment));
		return new LogFormatStatus(choice.state(), choice.reason());
	}

	/**
	 * What was left out, for who has meters.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ MeterBinder.class, LoggerContext.class })
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		DeliveryMeterBinder mainstayLogDeliveryMeters() {
			return new DeliveryMeterBinder();
		}

	}

	/**
	 * What could not be written as it was logged.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		LoggingMetrics mainstayLoggingMetrics(Environment environment) {
			return new LoggingMetrics(Switch.isOn(environment, LogFormatDefault.ENABLED));
		}

	}

}
