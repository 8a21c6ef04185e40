package dev.mainstay.observability.accesslog;

import java.time.Duration;
import java.util.Map;

import dev.mainstay.core.request.CompletedRequest;

/**
 * A threshold for each route. Immutable and thread-safe.
 *
 * @param others the threshold of all routes without one
 * @param routes the thresholds by the templates of routes
 */
record RouteThresholds(Duration others, Map<String, Duration> routes) implements SlowRequests {

	@Override
	public boolean isSlow(CompletedRequest request) {
		String route = request.route();
		Duration threshold = (route != null) ? this.routes.getOrDefault(route, this.others) : this.others;
		return !threshold.isZero() && request.duration().compareTo(threshold) >= 0;
	}

}
