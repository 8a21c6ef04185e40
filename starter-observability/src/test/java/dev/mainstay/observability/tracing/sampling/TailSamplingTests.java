package dev.mainstay.observability.tracing.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TailSamplingTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final AtomicLong now = new AtomicLong();

	private final ExportedSpans exported = new ExportedSpans();

	private final TraceBuffer buffer = new TraceBuffer(new BufferLimits(100, 1_000_000, 50, Duration.ofSeconds(30)),
			this.now::get);

	private final TailSampling tail = new TailSampling(this.buffer, (task) -> {
	});

	private final SdkTracerProvider provider = SdkTracerProvider.builder()
		.setSampler(new HeadSampler(0, 0, this.tail::isActive, this.now::get))
		.addSpanProcessor(this.tail.before(List.of(SimpleSpanProcessor.create(this.exported))))
		.build();

	private final Tracer tracer = this.provider.get("test");

	@AfterEach
	void close() {
		this.provider.close();
	}

	@Test
	void exportsAKeptTraceWholeAndMarksItAsSampled() {
		Span request = request();
		Span call = child(request, "call");
		child(call, "query").end();
		call.end();
		request.end();
		assertThat(this.exported.all()).isEmpty();
		assertThat(request.getSpanContext().isSampled()).isFalse();
		decide(request, true);
		assertThat(this.exported.names()).containsExactly("query", "call", "request");
		assertThat(this.exported.all()).allMatch((span) -> span.getSpanContext().isSampled())
			.extracting(SpanData::getTraceId)
			.containsOnly(request.getSpanContext().getTraceId());
		assertThat(this.tail.bytes()).isZero();
		assertThat(this.tail.count(TraceDecision.KEPT)).isOne();
	}

	@Test
	void exportsNothingOfADiscardedTrace() {
		Span request = request();
		Span late = child(request, "late");
		child(request, "failed").setStatus(StatusCode.ERROR).end();
		request.end();
		decide(request, false);
		late.end();
		child(late, "later").end();
		assertThat(this.exported.all()).isEmpty();
		assertThat(this.tail.bytes()).isZero();
		assertThat(this.tail.count(TraceDecision.DISCARDED)).isOne();
	}

	@Test
	void exportsWhatEndsAfterTheDecisionForAWhile() {
		Span request = request();
		Span late = child(request, "late");
		decide(request, true);
		request.end();
		child(late, "later").end();
		late.end();
		assertThat(this.exported.names()).containsExactly("request", "later", "late");
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		request();
		child(late, "too late").end();
		assertThat(this.exported.names()).doesNotContain("too late");
	}

	@Test
	void decidesOnWorkWithoutARequestByItsFirstSpan() {
		Span good = this.tracer.spanBuilder("good").startSpan();
		child(good, "failed inside").setStatus(StatusCode.ERROR).end();
		good.end();
		Span bad = this.tracer.spanBuilder("bad").startSpan();
		child(bad, "inside").end();
		bad.setStatus(StatusCode.ERROR).end();
		assertThat(this.exported.names()).containsExactly("inside", "bad");
	}

	@Test
	void decidesOnEachOfTwoRequestsOfTheSameTrace() {
		Span good = request(caller());
		Span bad = request(caller());
		child(good, "of good").end();
		child(bad, "of bad").end();
		good.end();
		decide(good, false);
		bad.end();
		decide(bad, true);
		assertThat(this.exported.names()).containsExactly("of bad", "request");
		assertThat(this.exported.of(TRACE_ID)).hasSize(2);
	}

	@Test
	void dropsTheEldestThatIsStillOpenAndCountsIt() {
		List<Span> open = new ArrayList<>();
		for (int i = 0; i < 150; i++) {
			open.add(request());
		}
		assertThat(this.buffer.traces()).isEqualTo(100);
		assertThat(this.tail.count(TraceDecision.EVICTED)).isEqualTo(50);
		open.forEach((request) -> {
			request.end();
			decide(request, true);
		});
		assertThat(this.exported.all()).hasSize(100);
		assertThat(this.exported.all().get(0).getSpanId()).isEqualTo(open.get(50).getSpanContext().getSpanId());
	}

	@Test
	void holdsNoMoreBytesThanItMay() {
		List<Span> open = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			Span request = request();
			child(request, "query").setAttribute("sql", "x".repeat(20_000)).end();
			open.add(request);
			assertThat(this.tail.bytes()).isLessThanOrEqualTo(1_000_000);
		}
		assertThat(this.tail.count(TraceDecision.EVICTED)).isBetween(30L, 45L);
		open.forEach((request) -> decide(request, false));
		assertThat(this.tail.bytes()).isZero();
		assertThat(this.buffer.traces()).isZero();
	}

	@Test
	void holdsTenThousandOpenTracesByDefault() {
		TailSampling large = new TailSampling();
		try (SdkTracerProvider service = SdkTracerProvider.builder()
			.setSampler(new HeadSampler(0, 0, () -> true, this.now::get))
			.addSpanProcessor(large.before(List.of(SimpleSpanProcessor.create(this.exported))))
			.build()) {
			List<Span> open = new ArrayList<>();
			for (int i = 0; i < 12_000; i++) {
				open.add(service.get("test")
					.spanBuilder("request")
					.setSpanKind(SpanKind.SERVER)
					.setNoParent()
					.startSpan());
			}
			assertThat(large.count(TraceDecision.EVICTED)).isEqualTo(2000);
			open.forEach((request) -> {
				request.end();
				large.decide(request.getSpanContext().getSpanId(), true);
			});
			assertThat(this.exported.all()).hasSize(10_000);
		}
	}

	@Test
	void hasAllItsMetersFromTheStart() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new SamplingMetrics(this.tail, true).bindTo(registry);
		Span request = request();
		request.end();
		for (TraceDecision decision : TraceDecision.values()) {
			assertThat(registry.get("mainstay.tracing.sampling.traces")
				.tag("decision", decision.code())
				.functionCounter()
				.count()).isZero();
		}
		assertThat(registry.get("mainstay.tracing.sampling.buffered").gauge().value()).isBetween(600.0, 900.0);
		decide(request, true);
		assertThat(registry.get("mainstay.tracing.sampling.traces").tag("decision", "kept").functionCounter().count())
			.isOne();
		new SamplingMetrics(this.tail, false).bindTo(new SimpleMeterRegistry() {

			@Override
			protected <T> Gauge newGauge(Meter.Id id, T of, ToDoubleFunction<T> value) {
				throw new AssertionError(id.getName());
			}

		});
	}

	@Test
	void cutsATraceThatIsTooLong() {
		Span request = request();
		for (int i = 0; i < 80; i++) {
			child(request, "query").end();
		}
		request.end();
		decide(request, true);
		assertThat(this.exported.all()).hasSize(50);
		assertThat(this.exported.names()).endsWith("request");
		assertThat(this.tail.count(TraceDecision.CUT)).isOne();
		assertThat(this.tail.count(TraceDecision.KEPT)).isZero();
	}

	@Test
	void doesNotWaitForeverForTheEndOfARequest() {
		request().end();
		request().setStatus(StatusCode.ERROR).end();
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		request();
		assertThat(this.buffer.traces()).isOne();
		assertThat(this.exported.all()).hasSize(1);
		assertThat(this.tail.count(TraceDecision.DISCARDED)).isOne();
	}

	@Test
	void anOpenStreamHoldsUpNoneOfThoseBehindIt() {
		request();
		request().setStatus(StatusCode.ERROR).end();
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		request();
		assertThat(this.exported.all()).hasSize(1);
		assertThat(this.buffer.traces()).isEqualTo(2);
	}

	@Test
	void losesNoFailedTraceAtItsShutdownNorAtAFlush() {
		request().setStatus(StatusCode.ERROR).end();
		this.provider.forceFlush();
		assertThat(this.exported.all()).hasSize(1);
		request().setStatus(StatusCode.ERROR).end();
		request().end();
		request();
		this.provider.shutdown();
		assertThat(this.tail.count(TraceDecision.KEPT)).isEqualTo(2);
		assertThat(this.tail.count(TraceDecision.DISCARDED)).isOne();
		assertThat(this.tail.count(TraceDecision.EVICTED)).isOne();
	}

	@Test
	void exportsAFailedTraceAfterWhichNothingComes() {
		TailSampling quiet = new TailSampling(new BufferLimits(100, 1_000_000, 50, Duration.ofMillis(50)));
		try (SdkTracerProvider service = SdkTracerProvider.builder()
			.setSampler(new HeadSampler(0, 0, () -> true, this.now::get))
			.addSpanProcessor(quiet.before(List.of(SimpleSpanProcessor.create(this.exported))))
			.build()) {
			service.get("test")
				.spanBuilder("request")
				.setSpanKind(SpanKind.SERVER)
				.setNoParent()
				.startSpan()
				.setStatus(StatusCode.ERROR)
				.end();
			await().untilAsserted(() -> assertThat(this.exported.all()).hasSize(1));
		}
	}

	@Test
	void countsWhatTheIdsOfOpenSpansTakeAndForgetsThoseOfKeptTraces() {
		List<Span> open = new ArrayList<>();
		for (int i = 0; i < 99; i++) {
			Span request = request();
			for (int j = 0; j < 49; j++) {
				child(request, "open");
			}
			open.add(request);
		}
		assertThat(this.tail.bytes()).isGreaterThan(99 * 50 * 100);
		assertThat(this.buffer.spans()).isEqualTo(99 * 50);
		open.forEach((request) -> decide(request, true));
		assertThat(this.tail.bytes()).isZero();
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		this.buffer.expire();
		assertThat(this.buffer.spans()).isZero();
		assertThat(this.buffer.isWaiting()).isFalse();
	}

	@Test
	void letsPassWhatWasChosen() {
		Span chosen = request(Span.wrap(SpanContext.createFromRemoteParent(TRACE_ID, "00f067aa0ba902b7",
				TraceFlags.getSampled(), TraceState.getDefault())));
		child(chosen, "inside").end();
		assertThat(this.exported.names()).containsExactly("inside");
		assertThat(this.buffer.traces()).isZero();
	}

	private Span request() {
		return request(Span.getInvalid());
	}

	private Span request(Span parent) {
		return this.tracer.spanBuilder("request")
			.setSpanKind(SpanKind.SERVER)
			.setParent(Context.root().with(parent))
			.startSpan();
	}

	private static Span caller() {
		return Span.wrap(SpanContext.createFromRemoteParent(TRACE_ID, "00f067aa0ba902b7", TraceFlags.getDefault(),
				TraceState.getDefault()));
	}

	private Span child(Span parent, String name) {
		return this.tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
	}

	private void decide(Span request, boolean keep) {
		this.tail.decide(request.getSpanContext().getSpanId(), keep);
	}

}
