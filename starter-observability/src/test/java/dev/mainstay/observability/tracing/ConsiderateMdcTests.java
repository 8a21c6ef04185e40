package dev.mainstay.observability.tracing;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class ConsiderateMdcTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final Context OUTER = context(TRACE, "b7ad6b7169203331");

	private static final Context INNER = context(TRACE, "00f067aa0ba902b7");

	private static final String OTHER = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final Context OTHER_TRACE = context(OTHER, "00f067aa0ba902b7");

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
	void leavesTheIdsOfACallerThatTheApplicationHasPutThere() {
		MDC.put("traceId", TRACE);
		MDC.put("spanId", "00000000000000aa");
		attach(OUTER);
		assertIds(TRACE, "00000000000000aa");
		attach(INNER);
		assertIds(TRACE, "00000000000000aa");
		restore(OUTER);
		restore(Context.root());
		assertIds(TRACE, "00000000000000aa");
	}

	@Test
	void leavesIdsOfTheApplicationThatEqualItsOwnOnAnotherThread() {
		attach(OUTER);
		String traceId = new String(TRACE);
		String spanId = new String("b7ad6b7169203331");
		onAnotherThread(() -> {
			MDC.put("traceId", traceId);
			MDC.put("spanId", spanId);
			attach(INNER);
			assertIds(TRACE, "b7ad6b7169203331");
			restore(Context.root());
			assertIds(TRACE, "b7ad6b7169203331");
		});
	}

	@ParameterizedTest
	@MethodSource("spans")
	void replacesItsOwnThatWereCopiedToAnotherThreadForAsLongAsASpanLasts(Context span, String traceId, String spanId) {
		Map<String, String> copied = copiedFrom(OUTER);
		onAnotherThread(() -> {
			for (int i = 0; i < 2; i++) {
				MDC.setContextMap(copied);
				attach(span);
				assertIds(traceId, spanId);
				restore(Context.root());
				assertIds(TRACE, "b7ad6b7169203331");
			}
			attach(span);
			assertIds(traceId, spanId);
		});
	}

	@Test
	void doesNotBringBackCopiedOnesThatSomebodyHasCleared() {
		MDC.setContextMap(copiedFrom(OUTER));
		attach(OTHER_TRACE);
		MDC.clear();
		restore(Context.root());
		assertIds(null, null);
	}

	@Test
	void knowsItsOwnHoweverManyCameSince() {
		Map<String, String> copied = copiedFrom(OUTER);
		for (int i = 1; i <= 10_000; i++) {
			attach(context(OTHER, "%016x".formatted(i)));
			restore(Context.root());
		}
		MDC.setContextMap(copied);
		attach(OTHER_TRACE);
		assertIds(OTHER, "00f067aa0ba902b7");
	}

	@Test
	void leavesWhatTheApplicationHasPutOverItsOwnAndCopiedToAnotherThread() {
		attach(OUTER);
		MDC.put("traceId", "own trace");
		Map<String, String> copied = MDC.getCopyOfContextMap();
		onAnotherThread(() -> {
			MDC.setContextMap(copied);
			attach(INNER);
			assertIds("own trace", "00f067aa0ba902b7");
			restore(Context.root());
			assertIds("own trace", "b7ad6b7169203331");
		});
	}

	@Test
	void removesItsOwnWhereTheApplicationHasRemovedWhatWasThereBefore() {
		MDC.put("traceId", TRACE);
		attach(OUTER);
		MDC.remove("traceId");
		attach(INNER);
		assertIds(TRACE, "00f067aa0ba902b7");
		restore(OUTER);
		restore(Context.root());
		assertIds(null, null);
	}

	static Stream<Arguments> spans() {
		return Stream.of(Arguments.of(INNER, TRACE, "00f067aa0ba902b7"),
				Arguments.of(OTHER_TRACE, OTHER, "00f067aa0ba902b7"));
	}

	private Map<String, String> copiedFrom(Context context) {
		attach(context);
		Map<String, String> copied = MDC.getCopyOfContextMap();
		restore(Context.root());
		return copied;
	}

	private static void onAnotherThread(Runnable task) {
		CompletableFuture.runAsync(task, (work) -> new Thread(work).start()).join();
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

	private static Context context(String traceId, String spanId) {
		return Context.root()
			.with(Span.wrap(SpanContext.create(traceId, spanId, TraceFlags.getDefault(), TraceState.getDefault())));
	}

}
