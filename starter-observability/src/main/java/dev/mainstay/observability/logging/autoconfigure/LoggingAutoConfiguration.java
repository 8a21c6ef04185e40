package dev.mainstay.observability.logging.autoconfigure;

import java.util.Objects;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Switch;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
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
@EnableConfigurationProperties(LoggingProperties.class)
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

}
