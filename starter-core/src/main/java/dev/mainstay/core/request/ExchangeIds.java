package dev.mainstay.core.request;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The ids of a request in the MDC, for as long as something is told of it. A reactive
 * request may pass on a thread that knows nothing of it. What the thread has is left as
 * it is. For use by the thread that opened it.
 *
 * @since 0.1.0
 */
public final class ExchangeIds implements AutoCloseable {

	private static final String TRACE_ID = "traceId";

	private static final String SPAN_ID = "spanId";

	private final CurrentRequestId.Scope requestId;

	private final boolean traced;

	private ExchangeIds(CurrentRequestId.Scope requestId, boolean traced) {
		this.requestId = requestId;
		this.traced = traced;
	}

	/**
	 * Put the ids of a request into the MDC, until this is closed on the same thread.
	 * @param exchange the request, {@code null} if it is not known
	 * @return what takes them out again
	 */
	public static ExchangeIds of(@Nullable RequestExchange exchange) {
		String requestId = (exchange != null) ? exchange.requestId() : null;
		CurrentRequestId.Scope scope = CurrentRequestId.open((requestId != null) ? requestId : CurrentRequestId.get());
		TraceIds traceIds = (exchange != null && MDC.get(TRACE_ID) == null) ? exchange.traceIds() : null;
		if (traceIds != null) {
			MDC.put(TRACE_ID, traceIds.traceId());
			MDC.put(SPAN_ID, traceIds.spanId());
		}
		return new ExchangeIds(scope, traceIds != null);
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
