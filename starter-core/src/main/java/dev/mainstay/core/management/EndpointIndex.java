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

	private final Map<Object, EndpointOperation> operations = new IdentityHashMap<>();

	private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * Add a handler of an endpoint, or the one that only lists the endpoints.
	 * @param handler the handler
	 * @param registered the patterns under which the handler is registered
	 * @param methods the methods for which it is registered
	 * @param patterns the patterns of the endpoints
	 */
	public void add(Object handler, Collection<String> registered, Collection<String> methods,
			EndpointPatterns patterns) {
		String endpoint = patterns.endpointOf(registered);
		if (endpoint != null) {
			this.operations.put(handler, new EndpointOperation(endpoint, writes(methods)));
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

	/** The Actuator reads with {@code GET} and changes with anything else. */
	private static @Nullable Boolean writes(Collection<String> methods) {
		return methods.isEmpty() ? null : !methods.stream().allMatch(EndpointOperation::isSafe);
	}

	@Nullable EndpointOperation operationOf(Object handler) {
		return this.open.contains(handler) ? null : this.operations.getOrDefault(handler, EndpointOperation.UNKNOWN);
	}

}
