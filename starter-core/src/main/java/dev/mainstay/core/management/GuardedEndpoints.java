package dev.mainstay.core.management;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Which endpoints are guarded, and which of them may change something. Immutable and
 * thread-safe.
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

	private final Predicate<String> writable;

	/**
	 * Create the set. Guarded endpoints may only be read.
	 * @param exposedByMainstay whether the list of exposed endpoints is a default of
	 * Mainstay, and not the application's own word
	 */
	public GuardedEndpoints(boolean exposedByMainstay) {
		this(exposedByMainstay, (endpoint) -> false);
	}

	/**
	 * Create the set.
	 * @param exposedByMainstay whether the list of exposed endpoints is a default of
	 * Mainstay, and not the application's own word
	 * @param writable whether a guarded endpoint, given by its id in lower case, may
	 * change something for callers who are admitted; asked when one wants to
	 */
	public GuardedEndpoints(boolean exposedByMainstay, Predicate<String> writable) {
		this.exposedByMainstay = exposedByMainstay;
		this.writable = writable;
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

	/**
	 * Whether a guarded endpoint may change something for callers who are admitted.
	 * @param endpoint the id in lower case
	 * @return whether it may
	 */
	public boolean allowsWriting(String endpoint) {
		return this.writable.test(endpoint);
	}

}
