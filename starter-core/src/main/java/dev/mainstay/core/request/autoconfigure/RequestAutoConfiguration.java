package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestCounter;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.ResponseCommitListener;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.core.request.actuate.ActuatorOrigins;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the request lifecycle, the part that is the same on every web
 * stack.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ RequestProperties.class, RequestIdProperties.class })
public final class RequestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TrustedProxies mainstayTrustedProxies(RequestProperties properties) {
		return TrustedProxies.of(properties.trustedProxies());
	}

	@Bean
	@ConditionalOnMissingBean
	RequestLifecycle mainstayRequestLifecycle(ObjectProvider<RequestCompletionListener> listeners,
			ObjectProvider<RequestCounter> counters, TrustedProxies trustedProxies) {
		return new RequestLifecycle(() -> listeners.orderedStream().toList(), () -> counters.orderedStream().toList(),
				trustedProxies);
	}

	@Bean
	@ConditionalOnMissingBean
	AnswerHeads mainstayAnswerHeads(RequestIdProperties properties, ObjectProvider<ResponseCommitListener> listeners,
			Environment environment) {
		boolean withRequestId = Switch.isOn(environment, "mainstay.request-id.enabled");
		return new AnswerHeads(withRequestId ? properties.header() : null, () -> listeners.orderedStream().toList());
	}

	/**
	 * Says that requests have an identity.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "mainstay.request-id.enabled", matchIfMissing = true)
	static class RequestIdConfiguration {

		@Bean
		FeatureStatus mainstayRequestIdStatus() {
			return FeatureStatus.on("request-id");
		}

	}

	/**
	 * Recognises management endpoints, where there are any.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PathMappedEndpoints.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean(EndpointOrigins.class)
		ActuatorOrigins mainstayActuatorOrigins(ObjectProvider<PathMappedEndpoints> endpoints) {
			return new ActuatorOrigins(endpoints::getIfAvailable);
		}

	}

}
