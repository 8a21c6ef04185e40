package dev.mainstay.core.hardening;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells what is set for a developer's desk from what is set for everybody.
 *
 * @since 0.1.0
 */
public final class DevelopmentSettings {

	private static final Pattern FILE = Pattern
		.compile("application-([\\w-]*-)?(dev|develop|development|local|test|testing)(-[\\w-]*)?\\.(properties|ya?ml)");

	private DevelopmentSettings() {
	}

	/**
	 * Whether a place is a file that is only read under a profile of developers.
	 * @param origin where something was set
	 * @return whether it is
	 */
	public static boolean isPlace(@Nullable String origin) {
		return origin != null && FILE.matcher(origin).find();
	}

}
