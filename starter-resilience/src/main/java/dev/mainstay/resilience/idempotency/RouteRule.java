package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * What was configured for the keys of a route.
 *
 * @param method the method, {@code null} for POST and PATCH
 * @param pattern the pattern of the path
 * @param use what is done with keys
 * @since 0.1.0
 */
public record RouteRule(@Nullable String method, PathPattern pattern, KeyUse use) {

	/**
	 * Read a rule.
	 * @param route a path pattern, such as {@code /payments/**}, or a method, a space and
	 * a path pattern
	 * @param use what is done with keys
	 * @return the rule
	 * @throws IllegalArgumentException if the route is not one; the message says what is
	 * wrong with it
	 */
	public static RouteRule parse(String route, KeyUse use) {
		String text = route.strip();
		int space = text.indexOf(' ');
		// A pattern begins with a slash, and may have a space in it.
		boolean named = space > 0 && !text.startsWith("/");
		String method = named ? text.substring(0, space) : null;
		String path = named ? text.substring(space).strip() : text;
		if (method != null && !RouteRules.METHODS.contains(method)) {
			throw new IllegalArgumentException("its method has to be POST, PATCH, PUT or DELETE");
		}
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("its path pattern has to begin with a slash");
		}
		try {
			return new RouteRule(method, PathPatternParser.defaultInstance.parse(path), use);
		}
		catch (PatternParseException ex) {
			throw new IllegalArgumentException("its path pattern cannot be read: " + ex.getMessage(), ex);
		}
	}

	boolean matches(String method, PathContainer path) {
		boolean meant = (this.method != null) ? this.method.equals(method) : Idempotency.appliesTo(method);
		return meant && this.pattern.matches(path);
	}

	/**
	 * The rule as it was configured, without its use.
	 * @return the methods and the pattern
	 */
	public String route() {
		return ((this.method != null) ? this.method : "POST and PATCH") + " " + this.pattern.getPatternString();
	}

}
