package dev.mainstay.observability.errorgroups.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.FailedRequest;
import dev.mainstay.observability.errorgroups.FailureSample;
import dev.mainstay.observability.errorgroups.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is shown.
 *
 * @param fingerprint its name
 * @param state {@code open}, {@code resolved} or {@code regressed}
 * @param type the type of the root cause
 * @param message its message without values
 * @param place where the application was
 * @param count how many failures there were
 * @param firstSeen when the first one was seen
 * @param lastSeen when the last one was seen
 * @param firstVersion since which version there are such failures
 * @param versions how many there were by version
 * @param routes in which requests
 * @param lastRequestId the last request
 * @param lastTraceId its trace
 * @param resolution who said that it is mended
 * @param sample one of them, not in a list
 * @param events the last events of the log of the request of the sample
 * @since 0.1.0
 */
public record GroupView(String fingerprint, String state, String type, String message, @Nullable String place,
		long count, Instant firstSeen, Instant lastSeen, String firstVersion, Map<String, Long> versions,
		List<String> routes, @Nullable String lastRequestId, @Nullable String lastTraceId,
		ErrorGroup.@Nullable Resolution resolution, @Nullable FailureSample sample,
		@Nullable List<RecordedEvent> events) {

	static GroupView summary(ErrorGroup group) {
		return of(group, null, null);
	}

	static GroupView of(ErrorGroup group, @Nullable FailedRequest sampled) {
		return of(group, group.sample(), (sampled != null) ? sampled.events() : null);
	}

	private static GroupView of(ErrorGroup group, @Nullable FailureSample sample,
			@Nullable List<RecordedEvent> events) {
		return new GroupView(group.fingerprint(), ErrorGroupsEndpoint.word(group.state()), group.type(),
				group.message(), group.place(), group.count(), group.firstSeen(), group.lastSeen(),
				group.firstVersion(), group.versions(), group.routes(), group.lastRequestId(), group.lastTraceId(),
				group.resolution(), sample, events);
	}

}
