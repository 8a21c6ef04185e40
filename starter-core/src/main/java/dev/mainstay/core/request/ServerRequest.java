package dev.mainstay.core.request;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The snapshot that an exchange takes when it ends.
 */
record ServerRequest(@Nullable String method, @Nullable String path, @Nullable String route, @Nullable Integer status,
		RequestOutcome outcome, @Nullable Throwable failure, Duration duration, long requestBytes, long responseBytes,
		@Nullable String requestId, @Nullable TraceIds traceIds, Peer peer, @Nullable String client,
		RequestOrigin origin) implements CompletedRequest {

}
