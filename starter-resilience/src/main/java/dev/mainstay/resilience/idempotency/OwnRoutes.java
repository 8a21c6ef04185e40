package dev.mainstay.resilience.idempotency;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * The routes on which the application handles keys itself: those that it has excluded,
 * and those whose handlers were seen to read the key. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OwnRoutes {

	private static final Logger logger = LoggerFactory.getLogger(OwnRoutes.class);

	private final List<PathPattern> excluded;

	private final Map<Route, PathPattern> seen = new ConcurrentHashMap<>();

	/**
	 * Create it.
	 * @param excluded patterns of paths within the application
	 */
	public OwnRoutes(List<String> excluded) {
		this.excluded = excluded.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	/**
	 * Whether there is none, so that no path needs to be parsed.
	 * @return whether {@link #include} is {@code false} for every request
	 */
	public boolean isEmpty() {
		return this.excluded.isEmpty() && this.seen.isEmpty();
	}

	/**
	 * Whether a request belongs to one of them.
	 * @param method its method
	 * @param path its path within the application
	 * @return whether it does
	 */
	public boolean include(String method, PathContainer path) {
		return this.excluded.stream().anyMatch((pattern) -> pattern.matches(path)) || this.seen.entrySet()
			.stream()
			.anyMatch((route) -> route.getKey().method().equals(method) && route.getValue().matches(path));
	}

	/**
	 * Whether a request belongs to one that the application has excluded.
	 * @param path gives its path within the application; asked only if there is one
	 * @return whether it does
	 */
	public boolean exclude(Supplier<PathContainer> path) {
		if (this.excluded.isEmpty()) {
			return false;
		}
		PathContainer some = path.get();
		return this.excluded.stream().anyMatch((pattern) -> pattern.matches(some));
	}

	/**
	 * Note that a handler reads the key. Called while it runs.
	 * @param method the method of its request
	 * @param pattern the pattern that has led to it, {@code null} if that is not known
	 */
	public void readsKey(String method, @Nullable String pattern) {
		Route route = new Route(method, (pattern != null) ? pattern : "");
		if (pattern == null || this.seen.containsKey(route)) {
			return;
		}
		try {
			if (this.seen.putIfAbsent(route, PathPatternParser.defaultInstance.parse(pattern)) == null) {
				logger.warn(
						"The handler of {} {} reads the header Idempotency-Key itself. From now on its keys are "
								+ "left to it. To say so from the start, set mainstay.idempotency.exclude-paths.",
						method, pattern);
			}
		}
		catch (PatternParseException ex) {
			logger.debug("Not a pattern that can be remembered: {}", pattern, ex);
		}
	}

	/**
	 * The routes whose handlers were seen to read the key.
	 * @return methods and patterns, in their order
	 */
	public List<String> names() {
		return this.seen.keySet().stream().map((route) -> route.method() + " " + route.pattern()).sorted().toList();
	}

	/**
	 * A mapping of the application.
	 *
	 * @param method the method
	 * @param pattern the pattern of the path
	 */
	private record Route(String method, String pattern) {

	}

}
