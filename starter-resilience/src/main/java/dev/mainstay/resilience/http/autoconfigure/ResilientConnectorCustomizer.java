package dev.mainstay.resilience.http.autoconfigure;

import java.util.function.BooleanSupplier;

import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.reactive.ResilientConnectorBuilder;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts the policy around the auto-configured builder of reactive clients, after the
 * customizers of the application. A builder that the application defines itself never
 * comes here.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ResilientConnectorCustomizer
		implements ClientHttpConnectorBuilderCustomizer<ClientHttpConnectorBuilder<?>> {

	private final HttpTimeouts timeouts;

	private final CallPolicy policy;

	private final BooleanSupplier switchedOn;

	ResilientConnectorCustomizer(HttpTimeouts timeouts, CallPolicy policy, BooleanSupplier switchedOn) {
		this.timeouts = timeouts;
		this.policy = policy;
		this.switchedOn = switchedOn;
	}

	@Override
	public ClientHttpConnectorBuilder<?> customize(ClientHttpConnectorBuilder<?> builder) {
		return this.switchedOn.getAsBoolean() ? new ResilientConnectorBuilder(builder, this.timeouts, this.policy)
				: builder;
	}

}
