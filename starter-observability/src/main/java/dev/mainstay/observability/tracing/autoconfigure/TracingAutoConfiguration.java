package dev.mainstay.observability.tracing.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.observability.tracing.ConsiderateMdc;
import dev.mainstay.observability.tracing.NoIdsInMdc;
import dev.mainstay.observability.tracing.SpanTraceIds;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of tracing. The tracer and the propagation are those of Spring Boot;
 * this connects them with the request lifecycle.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass(Tracer.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, TracingAutoConfiguration.ENABLED }, matchIfMissing = true)
public final class TracingAutoConfiguration {

	static final String ENABLED = "mainstay.tracing.enabled";

	/** Off where Mainstay is and the application has no tracing of its own. */
	private static final String EXPORT = "management.tracing.export.enabled";

	@Bean
	@ConditionalOnMissingBean
	TraceIdSource mainstayTraceIdSource(Environment environment) {
		return Switch.isOn(environment, ENABLED) ? new SpanTraceIds() : (observation) -> null;
	}

	@Bean
	TracingStatus mainstayTracingStatus(ListableBeanFactory beanFactory, Environment environment) {
		return TracingStatus.of(beanFactory, environment);
	}

	/**
	 * Takes the place of what Spring Boot has for the same.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Slf4JEventListener.class)
	static class MdcConfiguration {

		@Bean
		@ConditionalOnMissingBean
		Slf4JEventListener mainstayTraceIdsInMdc(Environment environment) {
			if (Switch.isOn(environment, ENABLED)) {
				return new ConsiderateMdc();
			}
			boolean traced = environment.getProperty(EXPORT, Boolean.class, true);
			return traced ? new Slf4JEventListener() : new NoIdsInMdc();
		}

	}

}
