package dev.mainstay.security.browser;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of the cookies of an application. Immutable and thread-safe, if the
 * predicate is.
 *
 * @param https whether browsers come by https, whatever the server knows of a request
 * @param forwarded whether the application goes by what a proxy says in a header of how
 * browsers come, which it does out of sight of the server
 * @param sessionCookies the names of the cookies that stand for a user, which no script
 * has to read
 * @param crossSite tells of a cookie by its name whether the application wants other
 * sites to send it, and so has left out {@code SameSite} on purpose
 * @since 0.1.0
 */
public record CookieSettings(boolean https, boolean forwarded, Set<String> sessionCookies,
		Predicate<String> crossSite) {

	/**
	 * Copies the names.
	 */
	public CookieSettings {
		sessionCookies = Set.copyOf(sessionCookies);
	}

}
