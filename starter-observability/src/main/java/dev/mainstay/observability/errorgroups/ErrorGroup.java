package dev.mainstay.observability.errorgroups;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Failures with one cause, as they were known at one time. Immutable; texts are masked.
 *
 * @param fingerprint the name of the group, the same on every instance and in every
 * release
 * @param state where it stands
 * @param type the type of the exception that was thrown first
 * @param message its message without ids and values, or that these vary too much
 * @param place where the application was, {@code null} if only libraries were at work
 * @param count how many failures there were
 * @param firstSeen when the first one was seen
 * @param lastSeen when the last one was seen
 * @param versions how many were seen of each version of the application, the oldest first
 * @param routes in which requests, as method and template
 * @param lastRequestId the last request that failed so
 * @param lastTraceId its trace
 * @param resolution who said that it is mended, {@code null} if nobody did
 * @param sample one of them, {@code null} if it was seen by an earlier process only
 * @since 0.1.0
 */
public record ErrorGroup(String fingerprint, ErrorGroupState state, String type, String message, @Nullable String place,
		long count, Instant firstSeen, Instant lastSeen, Map<String, Long> versions, List<String> routes,
		@Nullable String lastRequestId, @Nullable String lastTraceId, @Nullable Resolution resolution,
		@Nullable FailureSample sample) {

	/**
	 * The version where none is known.
	 */
	public static final String UNKNOWN_VERSION = "unknown";

	/**
	 * Copy what it is made of.
	 */
	public ErrorGroup {
		routes = List.copyOf(routes);
	}

	/**
	 * Since which version there are such failures, as far as this is known.
	 * @return the first version, {@value #UNKNOWN_VERSION} if the application has none
	 */
	public String firstVersion() {
		return this.versions.keySet().stream().findFirst().orElse(UNKNOWN_VERSION);
	}

	/**
	 * What somebody has said of a group.
	 *
	 * @param at when
	 * @param by who
	 * @param version the version that had the failure when it was said
	 * @param fixedIn the first version that is mended, {@code null} for any newer one
	 * @since 0.1.0
	 */
	public record Resolution(Instant at, String by, String version, @Nullable String fixedIn) {

	}

}
