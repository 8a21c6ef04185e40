package dev.mainstay.observability.tracing;

import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.TraceIds;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trace identity out of the span that Micrometer Tracing attaches to an
 * observation, whichever tracer made it. Stateless.
 *
 * @since 0.1.0
 */
public final class SpanTraceIds implements TraceIdSource {

	@Override
	public @Nullable TraceIds traceIds(Observation.ContextView observation) {
		TracingContext tracing = observation.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		// Not isNoop(): so is a span that is not sampled, and the log lines have its ids.
		TraceContext context = (span != null) ? span.context() : null;
		if (context == null || isZero(context.traceId())) {
			return null;
		}
		return new TraceIds(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
	}

	private static boolean isZero(String id) {
		for (int i = 0; i < id.length(); i++) {
			if (id.charAt(i) != '0') {
				return false;
			}
		}
		return true;
	}

}
