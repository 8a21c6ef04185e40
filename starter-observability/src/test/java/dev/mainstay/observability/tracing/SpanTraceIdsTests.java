package dev.mainstay.observability.tracing;

import dev.mainstay.core.request.TraceIds;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTraceIdsTests {

	private final SpanTraceIds traceIds = new SpanTraceIds();

	@Test
	void readsTheIdsOfASampledSpan() {
		Span span = tracer(Sampler.alwaysOn()).nextSpan();
		assertThat(idsOf(span)).isEqualTo(new TraceIds(span.context().traceId(), span.context().spanId(), true));
	}

	@Test
	void readsTheIdsOfASpanThatIsNotSampledToo() {
		Span span = tracer(Sampler.alwaysOff()).nextSpan();
		assertThat(idsOf(span)).isEqualTo(new TraceIds(span.context().traceId(), span.context().spanId(), false));
	}

	@Test
	void whenThereIsNoTraceThenThereAreNoIds() {
		assertThat(idsOf(Tracer.NOOP.nextSpan())).isNull();
		Span invalid = new OtelTracer(OpenTelemetry.noop().getTracer("noop"), new OtelCurrentTraceContext(),
				(event) -> {
				})
			.nextSpan();
		assertThat(idsOf(invalid)).isNull();
		assertThat(this.traceIds.traceIds(new Observation.Context())).isNull();
	}

	private TraceIds idsOf(Span span) {
		Observation.Context context = new Observation.Context();
		TracingContext tracing = new TracingContext();
		tracing.setSpan(span);
		context.put(TracingContext.class, tracing);
		return this.traceIds.traceIds(context);
	}

	private static Tracer tracer(Sampler sampler) {
		return new OtelTracer(SdkTracerProvider.builder().setSampler(sampler).build().get("test"),
				new OtelCurrentTraceContext(), (event) -> {
				});
	}

}
