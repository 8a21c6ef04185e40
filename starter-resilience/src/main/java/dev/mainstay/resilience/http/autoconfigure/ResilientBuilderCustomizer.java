package dev.mainstay.resilience.http.autoconfigure;

import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;
import dev.mainstay.resilience.http.Watchdog;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;

/**
 * Puts the policy around the auto-configured builder, after the customizers of the
 * application. A builder that the application defines itself never comes here.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ResilientBuilderCustomizer
		implements ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>> {

	private static final boolean HTTP_COMPONENTS = ClassUtils.isPresent(
			"org.apache.hc.client5.http.impl.classic.HttpClientBuilder",
			ResilientBuilderCustomizer.class.getClassLoader());

	private final HttpTimeouts timeouts;

	private final CallPolicy policy;

	private final Watchdog watchdog;

	ResilientBuilderCustomizer(HttpTimeouts timeouts, CallPolicy policy, Watchdog watchdog) {
		this.timeouts = timeouts;
		this.policy = policy;
		this.watchdog = watchdog;
	}

	@Override
	public ClientHttpRequestFactoryBuilder<?> customize(ClientHttpRequestFactoryBuilder<?> builder) {
		boolean hasRetriesOfItsOwn = HTTP_COMPONENTS && this.policy.retry() != null;
		return new ResilientRequestFactoryBuilder(
				hasRetriesOfItsOwn ? HttpComponentsRetries.switchOff(builder) : builder, this.timeouts, this.policy,
				this.watchdog);
	}

}
