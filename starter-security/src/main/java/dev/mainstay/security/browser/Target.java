package dev.mainstay.security.browser;

import org.jspecify.annotations.Nullable;

/**
 * What a suspect request leads to.
 *
 * @param route the template of its handler, {@code null} if it has none
 * @param allowed whether the application has said that pages of its origin may send it
 * @since 0.1.0
 */
public record Target(@Nullable String route, boolean allowed) {

	/**
	 * Nothing that is known.
	 */
	public static final Target UNKNOWN = new Target(null, false);

}
