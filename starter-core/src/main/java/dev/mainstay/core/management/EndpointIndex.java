package dev.mainstay.core.management;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which endpoint each handler of an application context serves. A web stack fills it when
 * the first endpoint is called; it does not change any more after that.
 *
 * @since 0.1.0
 */
public final class EndpointIndex {

	private final Map<Object, String> endpoints = new IdentityHashMap<>();

	private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * Add a handler of an endpoint, or the one that only lists the endpoints.
	 * @param handler the handler
	 * @param registered the patterns under which the handler is registered
	 * @param patterns the patterns of the endpoints
	 */
	public void add(Object handler, Collection<String> registered, EndpointPatterns patterns) {
		String endpoint = patterns.endpointOf(registered);
		if (endpoint != null) {
			this.endpoints.put(handler, endpoint);
		}
		else {
			addOpen(handler);
		}
	}

	/**
	 * Add a handler that answers everybody.
	 * @param handler the handler
	 */
	public void addOpen(Object handler) {
		this.open.add(handler);
	}

	@Nullable String endpointOf(Object handler) {
		return this.open.contains(handler) ? null : this.endpoints.getOrDefault(handler, EndpointPatterns.UNKNOWN);
	}

}
