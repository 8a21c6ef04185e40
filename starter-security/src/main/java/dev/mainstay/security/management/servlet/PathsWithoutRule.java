package dev.mainstay.security.management.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;

/**
 * Makes paths that look like the one of an endpoint and that nobody has made a rule for.
 * A rule that is not about the management paths decides about one of them as about the
 * endpoint: each keeps another part of what leads to the base path, and all are as deep,
 * as rules such as {@code /*} go by depth.
 */
final class PathsWithoutRule {

	/** Letters only, so that it is in a pattern for words as well. */
	private static final String SEGMENT = "mainstaypathwithoutarule";

	private final List<String> segments;

	private final int baseEnd;

	private final boolean hasBase;

	private PathsWithoutRule(List<String> segments, int baseEnd, boolean hasBase) {
		this.segments = segments;
		this.baseEnd = baseEnd;
		this.hasBase = hasBase;
	}

	/**
	 * Make the paths for a request.
	 * @param path the path of the request; what it calls its context path ends with the
	 * path of the servlet
	 * @param contextPath the path of the application
	 * @param basePath the path below which the endpoints are mapped, empty if there is
	 * none
	 * @return the paths in the application, none if the request is not below the base
	 * path
	 */
	static List<String> like(RequestPath path, String contextPath, String basePath) {
		List<String> base = decoded(PathContainer.parsePath(basePath));
		List<String> within = decoded(path.pathWithinApplication());
		if (within.size() <= base.size() || !within.subList(0, base.size()).equals(base)) {
			return List.of();
		}
		List<String> segments = raw(path).skip(raw(PathContainer.parsePath(contextPath)).count()).toList();
		int baseEnd = segments.size() - within.size() + base.size();
		return new PathsWithoutRule(segments, baseEnd, !base.isEmpty()).paths();
	}

	private List<String> paths() {
		List<String> paths = new ArrayList<>();
		for (int kept = 0; kept < this.baseEnd; kept++) {
			paths.add(replaced(kept, this.baseEnd));
			paths.add(replaced(kept, this.segments.size()));
		}
		if (!this.hasBase) {
			paths.add(replaced(this.baseEnd, this.segments.size()));
		}
		return paths;
	}

	private String replaced(int from, int to) {
		List<String> path = new ArrayList<>(this.segments);
		path.subList(from, to).replaceAll((segment) -> SEGMENT);
		return "/" + String.join("/", path);
	}

	private static List<String> decoded(PathContainer path) {
		return segments(path).map(PathSegment::valueToMatch).toList();
	}

	private static Stream<String> raw(PathContainer path) {
		return segments(path).map(PathSegment::value);
	}

	private static Stream<PathSegment> segments(PathContainer path) {
		return path.elements().stream().filter(PathSegment.class::isInstance).map(PathSegment.class::cast);
	}

}
