package dev.mainstay.core.hardening.web;

import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Makes up a path for a pattern of paths.
 *
 * @since 0.1.0
 */
public final class ExamplePath {

	/** What variables are, most of the time. */
	private static final List<String> VALUES = List.of("1", "a", "123", "abc", "1a", "ABC-123", "2026-11-02",
			"00000000-0000-4000-8000-000000000000");

	private ExamplePath() {
	}

	/**
	 * A path that the pattern of a handler matches, as far as one of a few values is what
	 * its variables allow.
	 * @param pattern the pattern
	 * @return the path
	 */
	public static String of(String pattern) {
		StringBuilder path = new StringBuilder();
		int depth = 0;
		int start = 0;
		for (int i = 0; i < pattern.length(); i++) {
			char it = pattern.charAt(i);
			if (it == '{' && depth++ == 0) {
				start = i + 1;
			}
			if (depth == 0) {
				path.append((it == '*' || it == '?') ? 'x' : it);
			}
			if (it == '}' && --depth == 0) {
				path.append(value(pattern.substring(start, i)));
			}
		}
		return path.isEmpty() || path.charAt(0) != '/' ? "/" + path : path.toString();
	}

	/** A variable may say what it allows. */
	private static String value(String variable) {
		int colon = variable.indexOf(':');
		return (colon < 0) ? VALUES.get(0)
				: VALUES.stream()
					.filter((value) -> matches(variable.substring(colon + 1), value))
					.findFirst()
					.orElse(VALUES.get(0));
	}

	private static boolean matches(String expression, String value) {
		try {
			return value.matches(expression);
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

}
