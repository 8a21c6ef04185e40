package dev.mainstay.observability.slo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.request.CompletedRequest;
import org.jspecify.annotations.Nullable;

/**
 * An objective, and which methods of a route are for it. Immutable but for the counts,
 * and thread-safe. Allocates nothing for a request.
 *
 * @param counts the counts of the objective
 * @param patterns those of its patterns that cover the route, empty if it has none at all
 */
record RoutedObjective(ObjectiveCounts counts, List<RoutePattern> patterns) {

	static @Nullable RoutedObjective of(ObjectiveCounts counts, @Nullable String route) {
		List<RoutePattern> all = counts.objective()
			.routes()
			.stream()
			.flatMap((written) -> Stream.ofNullable(RoutePattern.parse(written)))
			.toList();
		List<RoutePattern> covering = (route != null)
				? all.stream().filter((pattern) -> pattern.matchesRoute(route)).toList() : List.of();
		return (all.isEmpty() || !covering.isEmpty()) ? new RoutedObjective(counts, covering) : null;
	}

	boolean isFor(@Nullable String method) {
		for (int i = 0; i < this.patterns.size(); i++) {
			if (this.patterns.get(i).matchesMethod(method)) {
				return true;
			}
		}
		return this.patterns.isEmpty();
	}

	boolean isBad(CompletedRequest request, boolean failed) {
		Duration latency = this.counts.objective().latency();
		return failed || this.counts.badStatuses().contains(request.status())
				|| (latency != null && request.duration().compareTo(latency) > 0);
	}

}
