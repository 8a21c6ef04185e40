package dev.mainstay.observability.tracing;

import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeClosedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeRestoredEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class ConsiderateMdcTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final Context OUTER = context("b7ad6b7169203331");

	private static final Context INNER = context("00f067aa0ba902b7");

	private final ConsiderateMdc mdc = new ConsiderateMdc();

	@AfterEach
	void clear() {
		MDC.clear();
	}

	@Test
	void followsTheCurrentSpan() {
		attach(OUTER);
		assertIds(TRACE, "b7ad6b7169203331");
		attach(INNER);
		assertIds(TRACE, "00f067aa0ba902b7");
		restore(OUTER);
		assertIds(TRACE, "b7ad6b7169203331");
		restore(Context.root());
		assertIds(null, null);
	}

	@Test
	void leavesWhatTheApplicationHasPutThere() {
		attach(OUTER);
		MDC.put("traceId", "own trace");
		MDC.put("spanId", "own span");
		attach(INNER);
		assertIds("own trace", "own span");
		restore(OUTER);
		assertIds("own trace", "own span");
		restore(Context.root());
		assertIds("own trace", "own span");
	}

	@Test
	void leavesWhatWasThereBeforeTheFirstSpan() {
		MDC.put("traceId", "own trace");
		attach(OUTER);
		assertIds("own trace", "b7ad6b7169203331");
		restore(Context.root());
		assertIds("own trace", null);
	}

	@Test
	void comesBackWhenTheApplicationHasRemovedItsOwn() {
		attach(OUTER);
		MDC.put("traceId", "own trace");
		MDC.remove("traceId");
		attach(INNER);
		assertIds(TRACE, "00f067aa0ba902b7");
	}

	@Test
	void takesIdsThatWereCopiedFromAnotherThreadForItsOwn() {
		MDC.put("traceId", TRACE);
		MDC.put("spanId", "b7ad6b7169203331");
		attach(INNER);
		assertIds(TRACE, "00f067aa0ba902b7");
	}

	private void attach(Context context) {
		this.mdc.onEvent(new ScopeAttachedEvent(context));
	}

	private void restore(Context context) {
		this.mdc.onEvent(new ScopeClosedEvent());
		this.mdc.onEvent(new ScopeRestoredEvent(context));
	}

	private static void assertIds(String traceId, String spanId) {
		assertThat(MDC.get("traceId")).isEqualTo(traceId);
		assertThat(MDC.get("spanId")).isEqualTo(spanId);
	}

	private static Context context(String spanId) {
		return Context.root()
			.with(Span.wrap(SpanContext.create(TRACE, spanId, TraceFlags.getDefault(), TraceState.getDefault())));
	}

}
