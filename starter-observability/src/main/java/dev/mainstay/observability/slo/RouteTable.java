package dev.mainstay.observability.slo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The objectives of each route, found once. Thread-safe.
 */
final class RouteTable {

	/** More templates than an application has; those beyond are looked up each time. */
	private static final int MAX_ROUTES = 5000;

	private final List<ObjectiveCounts> counts;

	private final RoutedObjective[] withoutRoute;

	private final Map<String, RoutedObjective[]> routes = new ConcurrentHashMap<>();

	RouteTable(List<ObjectiveCounts> counts) {
		this.counts = counts;
		this.withoutRoute = find(counts, null);
	}

	RoutedObjective[] of(@Nullable String route) {
		if (route == null) {
			return this.withoutRoute;
		}
		RoutedObjective[] known = this.routes.get(route);
		if (known != null) {
			return known;
		}
		RoutedObjective[] found = find(this.counts, route);
		if (this.routes.size() < MAX_ROUTES) {
			this.routes.put(route, found);
		}
		return found;
	}

	private static RoutedObjective[] find(List<ObjectiveCounts> counts, @Nullable String route) {
		return counts.stream()
			.flatMap((each) -> Stream.ofNullable(RoutedObjective.of(each, route)))
			.toArray(RoutedObjective[]::new);
	}

}
