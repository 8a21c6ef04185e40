package dev.mainstay.core.request.autoconfigure;

import java.util.List;

import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.TrustedProxies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

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
			TrustedProxies trustedProxies) {
		SingletonSupplier<List<RequestCompletionListener>> ordered = SingletonSupplier
			.of(() -> listeners.orderedStream().toList());
		return new RequestLifecycle(ordered::obtain, trustedProxies);
	}

}
