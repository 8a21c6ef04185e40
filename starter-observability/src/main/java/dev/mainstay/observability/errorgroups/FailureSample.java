package dev.mainstay.observability.errorgroups;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One failure of a group. Immutable; texts are masked and shortened.
 *
 * @param at when it was seen
 * @param version the version of the application
 * @param requestId the request, {@code null} if there was none
 * @param traceId its trace
 * @param message the whole message
 * @param stackTrace the stack trace as in a line of the log
 * @param stackHash its {@code stack_hash} there
 * @since 0.1.0
 */
public record FailureSample(Instant at, String version, @Nullable String requestId, @Nullable String traceId,
		String message, String stackTrace, String stackHash) {

}
