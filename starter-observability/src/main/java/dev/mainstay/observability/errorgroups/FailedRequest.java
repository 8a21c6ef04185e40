package dev.mainstay.observability.errorgroups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request in which something failed. Immutable; texts are masked.
 *
 * @param requestId the request
 * @param at when the last failure was seen
 * @param version the version of the application
 * @param traceId its trace
 * @param route the method and the template, {@code null} as long as they are not known
 * @param status what it was answered with, {@code null} as long as it is not
 * @param failures what failed, the last one at the end
 * @param events the last events of its log
 * @since 0.1.0
 */
public record FailedRequest(String requestId, Instant at, String version, @Nullable String traceId,
		@Nullable String route, @Nullable Integer status, List<Failure> failures, List<RecordedEvent> events) {

	private static final int MAX_FAILURES = 5;

	private static final int OVERHEAD = 400;

	/**
	 * Copy what it is made of.
	 */
	public FailedRequest {
		failures = List.copyOf(failures);
		events = List.copyOf(events);
	}

	/** The same request after something else failed in it. */
	FailedRequest and(FailedRequest later) {
		List<Failure> all = new ArrayList<>(this.failures);
		all.addAll(later.failures);
		return new FailedRequest(this.requestId, later.at, later.version,
				(later.traceId != null) ? later.traceId : this.traceId,
				(later.route != null) ? later.route : this.route, (later.status != null) ? later.status : this.status,
				all.subList(Math.max(0, all.size() - MAX_FAILURES), all.size()), later.events);
	}

	FailedRequest answered(@Nullable String route, @Nullable Integer status) {
		return new FailedRequest(this.requestId, this.at, this.version, this.traceId,
				(route != null) ? route : this.route, status, this.failures, this.events);
	}

	FailedRequest with(List<RecordedEvent> events) {
		return new FailedRequest(this.requestId, this.at, this.version, this.traceId, this.route, this.status,
				this.failures, events);
	}

	/** Whether nothing was logged any more; an empty list says that it is forgotten. */
	boolean hasAll(List<RecordedEvent> logged) {
		int size = logged.size();
		return size == 0
				|| (size == this.events.size() && logged.get(size - 1).at().equals(this.events.get(size - 1).at()));
	}

	long bytes() {
		long bytes = OVERHEAD;
		for (Failure failure : this.failures) {
			bytes += OVERHEAD + 2L * failure.message().length();
		}
		for (RecordedEvent event : this.events) {
			bytes += event.bytes();
		}
		return bytes;
	}

	/**
	 * One of its failures.
	 *
	 * @param fingerprint the group
	 * @param type the type of the root cause
	 * @param message its message
	 * @since 0.1.0
	 */
	public record Failure(String fingerprint, String type, String message) {

	}

}
