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
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ConsiderateMdc extends Slf4JEventListener {

	private static final String TRACE_ID = "traceId";

	private static final String SPAN_ID = "spanId";

	private final ThreadLocal<@Nullable SpanContext> written = new ThreadLocal<>();

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
			write((span != null) ? span.getSpanContext() : null);
		}
	}

	private void write(@Nullable SpanContext span) {
		SpanContext previous = this.written.get();
		if (previous == null) {
			previous = copied(span);
		}
		replace(TRACE_ID, (previous != null) ? previous.getTraceId() : null, (span != null) ? span.getTraceId() : null);
		replace(SPAN_ID, (previous != null) ? previous.getSpanId() : null, (span != null) ? span.getSpanId() : null);
		if (span != null) {
			this.written.set(span);
		}
		else {
			this.written.remove();
		}
	}

	/** Who hands work to another thread may have copied the MDC, and our ids with it. */
	private static @Nullable SpanContext copied(@Nullable SpanContext span) {
		String spanId = MDC.get(SPAN_ID);
		boolean sameTrace = span != null && spanId != null && span.getTraceId().equals(MDC.get(TRACE_ID));
		return sameTrace ? SpanContext.create(span.getTraceId(), spanId, span.getTraceFlags(), span.getTraceState())
				: null;
	}

	private static void replace(String key, @Nullable String ours, @Nullable String id) {
		String present = MDC.get(key);
		if (present != null && !present.equals(ours)) {
			return;
		}
		if (id != null) {
			MDC.put(key, id);
		}
		else {
			MDC.remove(key);
		}
	}

}
