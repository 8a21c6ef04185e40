package dev.mainstay.benchmarks.encoder;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;

/**
 * A request that a service has answered.
 */
record EndedRequest(@Nullable String method, @Nullable String path, @Nullable String route, @Nullable Integer status,
		RequestOutcome outcome, @Nullable Throwable failure, Duration duration, long requestBytes, long responseBytes,
		@Nullable String requestId, @Nullable TraceIds traceIds, Peer peer, @Nullable String client,
		RequestOrigin origin) implements CompletedRequest {

	static EndedRequest ordinary() {
		return new EndedRequest("GET", "/orders/A-4711/items", "/orders/{id}/items", 200, RequestOutcome.COMPLETED,
				null, Duration.ofNanos(12_345_678), 0, 1830, "0b4bd0a6-52ad-4b3f-8c56-7f2b7a1a8a41",
				new TraceIds("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true),
				new Peer("192.0.2.7", "192.0.2.1", List.of(), false), "192.0.2.7", RequestOrigin.APPLICATION);
	}

}
