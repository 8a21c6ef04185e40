package dev.mainstay.core.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a path of Java properties as Bean Validation and data binding write it.
 */
final class PropertyPath {

	private PropertyPath() {
	}

	/** Never fails: a path may hold a map's key, which the caller chose. */
	static List<PropertyStep> steps(String path) {
		List<PropertyStep> steps = new ArrayList<>();
		int at = 0;
		while (at < path.length()) {
			char c = path.charAt(at);
			if (c == '[') {
				int end = endOfKey(path, at);
				steps.add(new PropertyStep(unquote(path.substring(at + 1, end)), true));
				at = end + 1;
			}
			else {
				int end = endOfName(path, at);
				addName(path.substring(at, end), steps);
				at = (end < path.length() && path.charAt(end) == '.') ? end + 1 : end;
			}
		}
		return steps;
	}

	/** A key may itself hold brackets and dots: it ends where a path could go on. */
	private static int endOfKey(String path, int start) {
		for (int at = start + 1; at < path.length(); at++) {
			boolean last = at + 1 == path.length();
			if (path.charAt(at) == ']' && (last || path.charAt(at + 1) == '.' || path.charAt(at + 1) == '[')) {
				return at;
			}
		}
		return path.length();
	}

	private static int endOfName(String path, int start) {
		int at = start;
		while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
			at++;
		}
		return at;
	}

	/**
	 * Bean Validation names the elements of a container in angle brackets, such as
	 * {@code tags[0].<list element>} or {@code prices<K>[EUR]}: no member of any JSON.
	 */
	private static void addName(String name, List<PropertyStep> steps) {
		int container = name.indexOf('<');
		String plain = (container >= 0) ? name.substring(0, container) : name;
		if (!plain.isEmpty()) {
			steps.add(new PropertyStep(plain, false));
		}
	}

	private static String unquote(String key) {
		boolean quoted = key.length() > 1 && (key.charAt(0) == '\'' || key.charAt(0) == '"')
				&& key.charAt(key.length() - 1) == key.charAt(0);
		return quoted ? key.substring(1, key.length() - 1) : key;
	}

}
