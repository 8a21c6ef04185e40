package dev.mainstay.security.headers;

import java.util.List;

import dev.mainstay.core.request.ResponseHead;

/**
 * Paths, as a browser shows them, with all that is below each. A path that could be
 * spelled to look as if it were below one of them is not: with a parameter, an encoding,
 * an empty segment or dots, servers differ in what they make of it. Immutable and
 * thread-safe.
 *
 * @param paths the paths, such as {@code /swagger-ui}, none for no path
 * @since 0.1.0
 */
public record PlainPaths(List<String> paths) {

	/**
	 * No path at all.
	 */
	public static final PlainPaths NONE = new PlainPaths(List.of());

	/**
	 * Copies the list.
	 * @throws IllegalArgumentException if a path is not plain itself
	 */
	public PlainPaths {
		paths = List.copyOf(paths);
		for (String path : paths) {
			if (!isPlain(path) || path.length() < 2 || path.endsWith("/")) {
				throw new IllegalArgumentException("'" + path + "' is no path such as /swagger-ui");
			}
		}
	}

	boolean contain(ResponseHead head) {
		return !this.paths.isEmpty() && contain(head.path());
	}

	private boolean contain(String path) {
		for (String candidate : this.paths) {
			if (path.startsWith(candidate) && isEndOfSegment(path, candidate.length())) {
				return isPlain(path);
			}
		}
		return false;
	}

	private static boolean isEndOfSegment(String path, int end) {
		return path.length() == end || path.charAt(end) == '/';
	}

	private static boolean isPlain(String path) {
		return path.startsWith("/") && path.chars().allMatch(PlainPaths::isPlain) && !path.contains("//")
				&& !path.contains("/.");
	}

	private static boolean isPlain(int letter) {
		return letter > ' ' && letter <= '~' && "%;\\?#*{}".indexOf(letter) < 0;
	}

}
