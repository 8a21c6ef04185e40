package dev.mainstay.observability.accesslog;

import java.util.Objects;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestIds;
import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The ids of a request in the MDC, in which they no longer are when it has ended. What
 * was there before is there again afterwards.
 */
final class RequestMdc implements AutoCloseable {

	private static final String TRACE_ID = "traceId";

	private static final String SPAN_ID = "spanId";

	private final CompletedRequest request;

	private final @Nullable String requestIdBefore;

	private final @Nullable String traceIdBefore;

	private final @Nullable String spanIdBefore;

	private RequestMdc(CompletedRequest request) {
		this.request = request;
		this.requestIdBefore = MDC.get(RequestIds.MDC_KEY);
		this.traceIdBefore = MDC.get(TRACE_ID);
		this.spanIdBefore = MDC.get(SPAN_ID);
	}

	static RequestMdc of(CompletedRequest request) {
		RequestMdc mdc = new RequestMdc(request);
		TraceIds trace = request.traceIds();
		change(RequestIds.MDC_KEY, mdc.requestIdBefore, request.requestId());
		change(TRACE_ID, mdc.traceIdBefore, (trace != null) ? trace.traceId() : null);
		change(SPAN_ID, mdc.spanIdBefore, (trace != null) ? trace.spanId() : null);
		return mdc;
	}

	@Override
	public void close() {
		TraceIds trace = this.request.traceIds();
		change(RequestIds.MDC_KEY, this.request.requestId(), this.requestIdBefore);
		change(TRACE_ID, (trace != null) ? trace.traceId() : null, this.traceIdBefore);
		change(SPAN_ID, (trace != null) ? trace.spanId() : null, this.spanIdBefore);
	}

	/** The map behind the MDC is copied for each change. */
	private static void change(String key, @Nullable String before, @Nullable String now) {
		if (Objects.equals(before, now)) {
			return;
		}
		if (now != null) {
			MDC.put(key, now);
		}
		else {
			MDC.remove(key);
		}
	}

}
