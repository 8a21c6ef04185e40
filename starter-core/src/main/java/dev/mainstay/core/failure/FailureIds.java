package dev.mainstay.core.failure;

import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The ids of a request in the MDC, for as long as its failure is reported. A reactive
 * failure may pass on a thread that knows nothing of the request. What the thread has is
 * left as it is.
 */
final class FailureIds implements AutoCloseable {

	private static final String TRACE_ID = "traceId";

	private static final String SPAN_ID = "spanId";

	private final CurrentRequestId.Scope requestId;

	private final boolean traced;

	private FailureIds(CurrentRequestId.Scope requestId, boolean traced) {
		this.requestId = requestId;
		this.traced = traced;
	}

	static FailureIds of(@Nullable RequestExchange exchange) {
		String requestId = (exchange != null) ? exchange.requestId() : null;
		CurrentRequestId.Scope scope = CurrentRequestId.open((requestId != null) ? requestId : CurrentRequestId.get());
		TraceIds traceIds = (exchange != null && MDC.get(TRACE_ID) == null) ? exchange.traceIds() : null;
		if (traceIds != null) {
			MDC.put(TRACE_ID, traceIds.traceId());
			MDC.put(SPAN_ID, traceIds.spanId());
		}
		return new FailureIds(scope, traceIds != null);
	}

	@Override
	public void close() {
		if (this.traced) {
			MDC.remove(TRACE_ID);
			MDC.remove(SPAN_ID);
		}
		this.requestId.close();
	}

}
