package dev.mainstay.security.event.authentication;

import java.util.Locale;
import java.util.Map;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that come with a request. What is in them is never looked at.
 *
 * @since 0.1.0
 */
public final class Credentials {

	private Credentials() {
	}

	/**
	 * Whether a request has credentials that are refused at once or not at all: others
	 * are sent again with what an answer asks for.
	 * @param authorization the header {@code Authorization}, {@code null} if it was not
	 * sent
	 * @return whether it has
	 */
	public static boolean isIn(@Nullable String authorization) {
		return kind(authorization) != null;
	}

	/**
	 * Credentials were refused, and nothing more is known.
	 * @param authorization the header {@code Authorization}
	 * @param request the request
	 * @return the event
	 */
	public static SecurityEvent refused(@Nullable String authorization, @Nullable RequestExchange request) {
		return new SecurityEvent(SecurityEventType.AUTHN_LOGIN_FAIL, null,
				Map.of("reason", "refused", "authentication", String.valueOf(kind(authorization))), request);
	}

	private static @Nullable String kind(@Nullable String authorization) {
		if (authorization == null) {
			return null;
		}
		for (String scheme : new String[] { "Basic", "Bearer" }) {
			if (authorization.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)) {
				return scheme.toLowerCase(Locale.ROOT);
			}
		}
		return null;
	}

}
