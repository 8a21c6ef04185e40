package dev.mainstay.observability.tracing;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;

import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeRestoredEvent;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
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

	/*
	 * Equal to the keys that an application uses, but objects of our own: a hash map
	 * keeps the key an entry came with, and so does a copy of it. That tells whose an
	 * entry is on whatever thread, and is seen in no log line, as a mark beside the ids
	 * would be. To remember each id that was written instead takes a limit, after which
	 * an old one is taken for the application's, or weak references, with which the
	 * garbage collector was seen to take ten times what the rest of this does.
	 */
	private static final String TRACE_ID = new String("traceId");

	private static final String SPAN_ID = new String("spanId");

	private static final int BEFORE = 2;

	private static final int ATTACHED = 4;

	/**
	 * What was written last, and what was there before that, each by the place of its
	 * key; and in the last place something while there is a span. An array, which holds
	 * no class of ours when the application is gone, and stays on the thread, so that a
	 * request makes nothing.
	 */
	private final ThreadLocal<@Nullable String[]> written = ThreadLocal
		.withInitial(() -> new @Nullable String[ATTACHED + 1]);

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
		@Nullable String[] last = this.written.get();
		if (last[ATTACHED] == null) {
			last[BEFORE] = copied(TRACE_ID, TraceId::isValid);
			last[BEFORE + 1] = copied(SPAN_ID, SpanId::isValid);
			last[0] = last[BEFORE];
			last[1] = last[BEFORE + 1];
			last[ATTACHED] = TRACE_ID;
		}
		last[0] = write(TRACE_ID, last[0], span.getTraceId());
		last[1] = write(SPAN_ID, last[1], span.getSpanId());
	}

	private static @Nullable String write(String key, @Nullable String ours, String id) {
		String present = MDC.get(key);
		if (present == null || present.equals(ours)) {
			MDC.put(key, id);
			return id;
		}
		// What hides ours may go again; what was there before us is not ours to remove.
		return (ours != null) ? id : null;
	}

	/**
	 * The shape of it, because the application may have written over an entry of ours.
	 */
	private static @Nullable String copied(String key, Predicate<String> isId) {
		String present = MDC.get(key);
		Map<String, String> all = (present != null && isId.test(present)) ? MDC.getCopyOfContextMap() : null;
		return (all != null && all.keySet().stream().anyMatch((candidate) -> candidate == key)) ? present : null;
	}

	private void putBack() {
		@Nullable String[] last = this.written.get();
		if (last[ATTACHED] != null) {
			putBack(TRACE_ID, last[0], last[BEFORE]);
			putBack(SPAN_ID, last[1], last[BEFORE + 1]);
			Arrays.fill(last, null);
		}
	}

	private static void putBack(String key, @Nullable String ours, @Nullable String before) {
		// Somebody may have cleared the MDC, or put something there.
		if (ours == null || !ours.equals(MDC.get(key))) {
			return;
		}
		if (before != null) {
			MDC.put(key, before);
		}
		else {
			MDC.remove(key);
		}
	}

}
