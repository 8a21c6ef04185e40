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

	private final Entry requestId;

	private final Entry traceId;

	private final Entry spanId;

	private RequestMdc(@Nullable String requestId, @Nullable TraceIds trace) {
		this.requestId = Entry.put(RequestIds.MDC_KEY, requestId);
		this.traceId = Entry.put(TRACE_ID, (trace != null) ? trace.traceId() : null);
		this.spanId = Entry.put(SPAN_ID, (trace != null) ? trace.spanId() : null);
	}

	static RequestMdc of(CompletedRequest request) {
		return new RequestMdc(request.requestId(), request.traceIds());
	}

	@Override
	public void close() {
		this.requestId.restore();
		this.traceId.restore();
		this.spanId.restore();
	}

	private record Entry(String key, @Nullable String before, @Nullable String now) {

		static Entry put(String key, @Nullable String value) {
			Entry entry = new Entry(key, MDC.get(key), value);
			entry.change(value);
			return entry;
		}

		void restore() {
			change(this.before);
		}

		/** The map behind the MDC is copied for each change. */
		private void change(@Nullable String value) {
			if (Objects.equals(this.before, this.now)) {
				return;
			}
			if (value != null) {
				MDC.put(this.key, value);
			}
			else {
				MDC.remove(this.key);
			}
		}

	}

}
