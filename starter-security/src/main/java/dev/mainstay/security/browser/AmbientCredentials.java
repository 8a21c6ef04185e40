package dev.mainstay.security.browser;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a browser adds by itself to a request, whichever page has made it.
 */
final class AmbientCredentials {

	/** What a browser keeps once its user has signed in, or takes from the desktop. */
	private static final Set<String> KEPT = Set.of("basic", "digest", "negotiate", "ntlm");

	private AmbientCredentials() {
	}

	/**
	 * A page has to add a token by itself, for which a browser asks before whether its
	 * origin may (CORS): such a request is not sent behind a user's back, whatever
	 * cookies come along.
	 */
	static boolean areIn(BrowserRequest request) {
		String authorization = request.header("Authorization");
		if (authorization != null && !authorization.isBlank()) {
			return KEPT.contains(scheme(authorization));
		}
		return isPresent(request.header("Cookie")) || request.hasClientCertificate();
	}

	private static boolean isPresent(@Nullable String cookie) {
		return cookie != null && !cookie.isBlank();
	}

	private static String scheme(String authorization) {
		return authorization.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
	}

}
