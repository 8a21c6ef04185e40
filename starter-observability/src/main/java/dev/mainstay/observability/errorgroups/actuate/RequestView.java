package dev.mainstay.observability.errorgroups.actuate;

import java.time.Instant;
import java.util.List;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.FailedRequest;
import dev.mainstay.observability.errorgroups.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request that failed.
 *
 * @param requestId its id
 * @param traceId its trace
 * @param at when it failed
 * @param version the version of the application
 * @param route the method and the template
 * @param status what it was answered with
 * @param failures what failed in it
 * @param groups the groups of these, each with a sample that may be of another request
 * @param events the last events of its log
 * @since 0.1.0
 */
public record RequestView(String requestId, @Nullable String traceId, Instant at, String version,
		@Nullable String route, @Nullable Integer status, List<FailedRequest.Failure> failures, List<GroupView> groups,
		List<RecordedEvent> events) {

	static RequestView of(FailedRequest request, List<ErrorGroup> groups) {
		return new RequestView(request.requestId(), request.traceId(), request.at(), request.version(), request.route(),
				request.status(), request.failures(),
				groups.stream().map((group) -> GroupView.of(group, null)).toList(), request.events());
	}

}
