package dev.mainstay.core.request;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the requests for management endpoints by the handler that is chosen for
 * them, not by their path. Must be thread-safe and must not throw.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EndpointOrigins {

	/**
	 * Whose request it is. Called when a handler was chosen.
	 * @param handler the type of the handler
	 * @param pattern the template of the handler
	 * @return the origin, or {@code null} if the handler is none of a management endpoint
	 */
	@Nullable RequestOrigin of(Class<?> handler, String pattern);

}
