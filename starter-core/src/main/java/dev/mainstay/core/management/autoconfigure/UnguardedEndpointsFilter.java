package dev.mainstay.core.management.autoconfigure;

import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;

/**
 * Hides the endpoints that are exposed only because of Mainstay where no guard stands in
 * front of the handlers: better none than one that is open to everybody.
 */
final class UnguardedEndpointsFilter implements EndpointFilter<ExposableWebEndpoint> {

	private final boolean exposedByMainstay;

	private final boolean guarded;

	UnguardedEndpointsFilter(boolean exposedByMainstay, boolean guarded) {
		this.exposedByMainstay = exposedByMainstay;
		this.guarded = guarded;
	}

	@Override
	public boolean match(ExposableWebEndpoint endpoint) {
		return this.guarded || !this.exposedByMainstay
				|| GuardedEndpoints.OPEN.contains(endpoint.getEndpointId().toLowerCaseString());
	}

}
