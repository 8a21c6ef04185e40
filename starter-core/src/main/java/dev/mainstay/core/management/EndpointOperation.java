package dev.mainstay.core.management;

import org.jspecify.annotations.Nullable;

/**
 * What the handler that was chosen for a request does. Immutable.
 *
 * @param endpoint the id of the endpoint in lower case, {@link EndpointPatterns#UNKNOWN}
 * if it cannot be told
 * @param writes whether it may change something, {@code null} if that cannot be told
 * @since 0.1.0
 */
public record EndpointOperation(String endpoint, @Nullable Boolean writes) {

	static final EndpointOperation UNKNOWN = new EndpointOperation(EndpointPatterns.UNKNOWN, null);

	/**
	 * Whether it may change something. What cannot be told of the handler is told by the
	 * method of the request.
	 * @param method the method of the request
	 * @return whether it may
	 */
	public boolean writes(String method) {
		return (this.writes != null) ? this.writes : !isSafe(method);
	}

	/** RFC 9110, 9.2.1. */
	static boolean isSafe(String method) {
		return switch (method) {
			case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
			default -> false;
		};
	}

}
