package dev.mainstay.observability.tracing.autoconfigure;

import dev.mainstay.core.mode.Switch;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what is left to say where tracing is switched off.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = Switch.MAINSTAY, matchIfMissing = true)
@ConditionalOnBooleanProperty(name = TracingAutoConfiguration.ENABLED, havingValue = false)
public final class TracingOffAutoConfiguration {

	@Bean
	TracingStatus mainstayTracingOffStatus(ListableBeanFactory beanFactory) {
		return TracingStatus.off(beanFactory);
	}

}
