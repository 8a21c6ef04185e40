package dev.mainstay.core.management;

import java.util.Set;

/**
 * Which endpoints are guarded. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class GuardedEndpoints {

	/**
	 * The property that exposes endpoints over HTTP.
	 */
	public static final String EXPOSURE = "management.endpoints.web.exposure.include";

	/**
	 * The property that switches the guard, and with it what Mainstay exposes.
	 */
	public static final String ENABLED = "mainstay.security.management.enabled";

	/**
	 * The endpoints that stay open, as probes and load balancers call them.
	 */
	public static final Set<String> OPEN = Set.of("health", "info");

	private final boolean exposedByMainstay;

	/**
	 * Create the set.
	 * @param exposedByMainstay whether the list of exposed endpoints is a default of
	 * Mainstay, and not the application's own word
	 */
	public GuardedEndpoints(boolean exposedByMainstay) {
		this.exposedByMainstay = exposedByMainstay;
	}

	/**
	 * Whether the list of exposed endpoints is a default of Mainstay.
	 * @return {@code false} if the application decided on the list, so that nothing is
	 * guarded
	 */
	public boolean exposedByMainstay() {
		return this.exposedByMainstay;
	}

	/**
	 * Whether an exposed endpoint is guarded.
	 * @param endpoint the id in lower case
	 * @return whether it is
	 */
	public boolean contains(String endpoint) {
		return this.exposedByMainstay && !OPEN.contains(endpoint);
	}

}
