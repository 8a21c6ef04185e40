package dev.mainstay.observability.tracing;

import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeRestoredEvent;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the ids of the current span into the MDC, as Micrometer Tracing does, but never
 * over a {@code traceId} or {@code spanId} that the application has put there: not when a
 * span begins within that time, such as one of an outgoing call, and not when it ends.
 * Ids of a span that came with a copy of another thread's MDC are replaced while a span
 * is current, and put back when it has ended. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ConsiderateMdc extends Slf4JEventListener {

	private static final String TRACE_ID = "traceId";

	private static final String SPAN_ID = "spanId";

	private final WrittenIds written = new WrittenIds();

	/** Set on a thread for as long as it has a current span. */
	private final ThreadLocal<@Nullable Before> before = new ThreadLocal<>();

	/**
	 * Called when the current span of a thread changes.
	 * @param event a change as the tracer tells it
	 */
	@Override
	public void onEvent(Object event) {
		if (event instanceof ScopeAttachedEvent attached) {
			Span span = attached.getSpan();
			if (span != null) {
				write(span.getSpanContext());
			}
		}
		// Follows each end of a scope, which needs no look of its own then.
		else if (event instanceof ScopeRestoredEvent restored) {
			Span span = restored.getSpan();
			if (span != null) {
				write(span.getSpanContext());
			}
			else {
				putBack();
			}
		}
	}

	private void write(SpanContext span) {
		if (this.before.get() == null) {
			this.before.set(new Before(ours(TRACE_ID), ours(SPAN_ID)));
		}
		write(TRACE_ID, span.getTraceId());
		write(SPAN_ID, span.getSpanId());
	}

	private void write(String key, String id) {
		String present = MDC.get(key);
		if (present == null || (!present.equals(id) && this.written.contains(present))) {
			MDC.put(key, this.written.copyOf(id));
		}
	}

	private void putBack() {
		Before ids = this.before.get();
		if (ids != null) {
			this.before.remove();
			putBack(TRACE_ID, ids.traceId());
			putBack(SPAN_ID, ids.spanId());
		}
	}

	/** Neither over an id of the application, nor where somebody has cleared the MDC. */
	private void putBack(String key, @Nullable String id) {
		if (ours(key) == null) {
			return;
		}
		if (id != null) {
			MDC.put(key, id);
		}
		else {
			MDC.remove(key);
		}
	}

	private @Nullable String ours(String key) {
		String present = MDC.get(key);
		return (present != null && this.written.contains(present)) ? present : null;
	}

	/**
	 * What a task has got from the thread that handed it over, and logs when its own
	 * spans have ended.
	 */
	private record Before(@Nullable String traceId, @Nullable String spanId) {

	}

}
