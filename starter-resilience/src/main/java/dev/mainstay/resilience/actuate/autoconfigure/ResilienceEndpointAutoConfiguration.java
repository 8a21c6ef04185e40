package dev.mainstay.resilience.actuate.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.ConditionalOnMissingEndpoint;
import dev.mainstay.core.mode.autoconfigure.EndpointStatus;
import dev.mainstay.resilience.actuate.ResilienceEndpoint;
import dev.mainstay.resilience.actuate.ResilienceEndpoint.TransportTimes;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.policy.Destinations;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the endpoint that shows what calls are made under.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = CallPolicyAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", ResilienceEndpointAutoConfiguration.ENABLED },
		matchIfMissing = true)
@ConditionalOnBean(Destinations.class)
public final class ResilienceEndpointAutoConfiguration {

	static final String ENABLED = "mainstay.http-client.enabled";

	@Bean
	@ConditionalOnMissingEndpoint("resilience")
	@ConditionalOnAvailableEndpoint
	ResilienceEndpoint mainstayResilienceEndpoint(Destinations destinations, ObjectProvider<HttpTimeouts> timeouts,
			Environment environment) {
		HttpTimeouts known = timeouts.getIfAvailable();
		return new ResilienceEndpoint(destinations,
				(known != null) ? new TransportTimes(known.connect(), known.idle()) : null,
				Switch.isOn(environment, ENABLED));
	}

	@Bean
	FeatureStatus mainstayResilienceEndpointStatus(ListableBeanFactory beans, Environment environment) {
		return EndpointStatus.of(ResilienceEndpoint.class, "resilience-endpoint", beans, environment);
	}

}
