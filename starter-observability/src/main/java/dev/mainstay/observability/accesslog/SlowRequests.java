package dev.mainstay.observability.accesslog;

import java.time.Duration;
import java.util.Map;

import dev.mainstay.core.request.CompletedRequest;

/**
 * Tells which requests were slow: the access log marks them and leaves none of them out,
 * and their traces are kept. Called when a request has ended, on the thread of the
 * server. An implementation must be thread-safe and quick.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SlowRequests {

	/**
	 * Whether a request was slow.
	 * @param request the request that has ended
	 * @return whether it took longer than it should
	 */
	boolean isSlow(CompletedRequest request);

	/**
	 * Requests are slow from a threshold on.
	 * @param threshold the threshold for routes that have none of their own, zero if
	 * those are never slow
	 * @param routes the thresholds of single routes, by their templates; zero for one
	 * that is never slow, such as a stream of events
	 * @return tells slow requests by the thresholds
	 */
	static SlowRequests above(Duration threshold, Map<String, Duration> routes) {
		return new RouteThresholds(threshold, Map.copyOf(routes));
	}

	/**
	 * No request is slow.
	 * @return calls none slow
	 */
	static SlowRequests none() {
		return (request) -> false;
	}

}
