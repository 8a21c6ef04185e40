package dev.mainstay.resilience.http.autoconfigure;

import java.util.function.BooleanSupplier;

import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts the policy around the auto-configured builder, after the customizers of the
 * application. A builder that the application defines itself never comes here.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ResilientBuilderCustomizer
		implements ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>> {

	private final HttpTimeouts timeouts;

	private final CallPolicy policy;

	private final BooleanSupplier switchedOn;

	ResilientBuilderCustomizer(HttpTimeouts timeouts, CallPolicy policy, BooleanSupplier switchedOn) {
		this.timeouts = timeouts;
		this.policy = policy;
		this.switchedOn = switchedOn;
	}

	@Override
	public ClientHttpRequestFactoryBuilder<?> customize(ClientHttpRequestFactoryBuilder<?> builder) {
		if (!this.switchedOn.getAsBoolean()) {
			return builder;
		}
		return new ResilientRequestFactoryBuilder(builder, this.timeouts, this.policy);
	}

}
