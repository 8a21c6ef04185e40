package dev.mainstay.resilience.actuate.autoconfigure;

import java.util.List;

import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.metrics.CallMeters;
import dev.mainstay.resilience.retry.RetryMeters;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the meters of outgoing calls. They bind to a registry when it is
 * there: one that itself needs an HTTP client is no circle.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = CallPolicyAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", ResilienceEndpointAutoConfiguration.ENABLED },
		matchIfMissing = true)
@ConditionalOnBean(Destinations.class)
public final class CallMetersAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CallMeters mainstayCallMeters(Destinations destinations) {
		return new CallMeters(destinations);
	}

	/**
	 * Meters of retries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "mainstay.http-client.retry.enabled", matchIfMissing = true)
	static class RetryConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryMeters mainstayRetryMeters(Destinations destinations) {
			RetryMeters meters = new RetryMeters(List.of());
			destinations.observe((client) -> meters.know(client.name()));
			return meters;
		}

	}

}
