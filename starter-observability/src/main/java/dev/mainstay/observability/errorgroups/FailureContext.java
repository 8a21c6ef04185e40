package dev.mainstay.observability.errorgroups;

import org.jspecify.annotations.Nullable;

/**
 * In which work something failed, as far as whoever tells of it knows.
 *
 * @param requestId the request, {@code null} if there was none
 * @param traceId the trace, {@code null} if there was none
 * @param route the method and the template of the request
 * @since 0.1.0
 */
public record FailureContext(@Nullable String requestId, @Nullable String traceId, @Nullable String route) {

}
