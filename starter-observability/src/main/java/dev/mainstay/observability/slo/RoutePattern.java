package dev.mainstay.observability.slo;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Routes as a property names them: a template as the handler has it, after a method if
 * only that is meant. In place of a segment stands {@code *} for any, at the end
 * {@code **} for all below.
 *
 * @param method the method, {@code null} for all
 * @param path the template or pattern
 * @since 0.1.0
 */
public record RoutePattern(@Nullable String method, String path) {

	private static final String ALL_BELOW = "**";

	/**
	 * Read a pattern.
	 * @param written as in the property
	 * @return the pattern, {@code null} if it is none
	 */
	public static @Nullable RoutePattern parse(String written) {
		String[] parts = written.trim().split("\\s+");
		String path = parts[parts.length - 1];
		if (parts.length > 2 || !path.startsWith("/")) {
			return null;
		}
		if (parts.length == 1) {
			return new RoutePattern(null, path);
		}
		return parts[0].chars().allMatch(Character::isLetter)
				? new RoutePattern(parts[0].toUpperCase(Locale.ROOT), path) : null;
	}

	/**
	 * Whether a route is meant.
	 * @param route the template of the route
	 * @return whether the path of this is or covers it
	 */
	public boolean matchesRoute(String route) {
		if (this.path.indexOf('*') < 0 || this.path.equals(route)) {
			return this.path.equals(route);
		}
		String[] wanted = this.path.split("/", -1);
		String[] given = route.split("/", -1);
		for (int i = 0; i < wanted.length; i++) {
			if (wanted[i].equals(ALL_BELOW)) {
				return true;
			}
			if (i >= given.length || !(wanted[i].equals("*") || wanted[i].equals(given[i]))) {
				return false;
			}
		}
		return wanted.length == given.length;
	}

	boolean matchesMethod(@Nullable String requested) {
		return this.method == null || this.method.equals(requested);
	}

	@Override
	public String toString() {
		return (this.method != null) ? this.method + " " + this.path : this.path;
	}

}
