package dev.mainstay.core.request;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Decides on the identity of a request.
 *
 * @since 0.1.0
 */
public final class RequestIds {

	/**
	 * The key of the request's identity in the MDC.
	 */
	public static final String MDC_KEY = "requestId";

	/**
	 * The default name of the header that carries the identity in and out.
	 */
	public static final String DEFAULT_HEADER = "X-Request-Id";

	private static final int MAX_LENGTH = 64;

	private RequestIds() {
	}

	/**
	 * Accept the identity that a caller sent, or make a new one. An identity is accepted
	 * when it matches <code>[A-Za-z0-9._-]{1,64}</code>; it can then be neither a forged
	 * log line nor a script, whoever reflects it.
	 * @param received what the caller sent, may be {@code null}
	 * @return the identity to use
	 */
	public static String acceptOrCreate(@Nullable String received) {
		return (received != null && isAcceptable(received)) ? received : UUID.randomUUID().toString();
	}

	private static boolean isAcceptable(String id) {
		return !id.isEmpty() && id.length() <= MAX_LENGTH && id.chars().allMatch(RequestIds::isAcceptable);
	}

	private static boolean isAcceptable(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
				|| c == '-';
	}

}
