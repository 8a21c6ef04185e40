package dev.mainstay.observability.accesslog;

import java.util.HashMap;
import java.util.Map;

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

	private final Map<String, @Nullable String> before = new HashMap<>();

	private RequestMdc() {
	}

	static RequestMdc of(CompletedRequest request) {
		RequestMdc mdc = new RequestMdc();
		TraceIds traceIds = request.traceIds();
		mdc.put(RequestIds.MDC_KEY, request.requestId());
		mdc.put("traceId", (traceIds != null) ? traceIds.traceId() : null);
		mdc.put("spanId", (traceIds != null) ? traceIds.spanId() : null);
		return mdc;
	}

	private void put(String key, @Nullable String value) {
		this.before.put(key, MDC.get(key));
		set(key, value);
	}

	@Override
	public void close() {
		this.before.forEach(RequestMdc::set);
	}

	private static void set(String key, @Nullable String value) {
		if (value != null) {
			MDC.put(key, value);
		}
		else {
			MDC.remove(key);
		}
	}

}
