package dev.mainstay.observability.tracing.sampling;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.mainstay.core.request.TrustedProxies;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeadSamplerTests {

	private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-";

	private final AtomicLong now = new AtomicLong();

	private final TrustingPropagator propagator = new TrustingPropagator(W3CTraceContextPropagator.getInstance(),
			TrustedProxies.of(List.of("10.0.0.0/8")), List.of(new RequestsOfThisTest()));

	@Test
	void choosesFiveNewTracesASecondAndATenthBeyond() {
		HeadSampler sampler = new HeadSampler(5, 0.1, () -> true, this.now::get);
		Random random = new Random(3);
		long chosen = IntStream.range(0, 10_000)
			.mapToObj((i) -> "%016x%016x".formatted(random.nextLong(), random.nextLong()))
			.filter((id) -> decision(sampler, Context.root(), id) == SamplingDecision.RECORD_AND_SAMPLE)
			.count();
		assertThat(chosen).isBetween(850L, 1150L);
		this.now.addAndGet(1_000_000_000);
		assertThat(IntStream.range(0, 5).mapToObj((i) -> decision(sampler, Context.root(), "f".repeat(32))))
			.containsOnly(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decision(sampler, Context.root(), "7".repeat(32))).isEqualTo(SamplingDecision.RECORD_ONLY);
	}

	@Test
	void recordsWhatIsNotChosenOnlyIfSomebodyMayWantIt() {
		assertThat(decision(none(true), Context.root())).isEqualTo(SamplingDecision.RECORD_ONLY);
		assertThat(decision(none(false), Context.root())).isEqualTo(SamplingDecision.DROP);
	}

	@Test
	void obeysATrustedCaller() {
		assertThat(decision(none(true), received("10.1.2.3", "01"))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decision(all(), received("10.1.2.3", "00"))).isEqualTo(SamplingDecision.RECORD_ONLY);
	}

	@Test
	void decidesAfreshForACallerThatIsNotTrusted() {
		assertThat(decision(none(true), received("192.0.2.1", "01"))).isEqualTo(SamplingDecision.RECORD_ONLY);
		assertThat(decision(none(true), received("unknown", "01"))).isEqualTo(SamplingDecision.RECORD_ONLY);
		assertThat(decision(all(), received("192.0.2.1", "01"))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decision(all(), received("192.0.2.1", "00"))).isEqualTo(SamplingDecision.RECORD_ONLY);
	}

	@Test
	void takesTheIdsOfEverybodyAndPassesNoWishOn() {
		SpanContext caller = Span.fromContext(received("192.0.2.1", "01")).getSpanContext();
		assertThat(caller.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(caller.getSpanId()).isEqualTo("00f067aa0ba902b7");
		assertThat(caller.isValid()).isTrue();
		assertThat(caller.isRemote()).isTrue();
		assertThat(caller.isSampled()).isFalse();
	}

	@Test
	void trustsWhatIsNoWebRequest() {
		Context context = this.propagator.extract(Context.root(), "a message", (Getter) (key) -> PARENT + "01");
		assertThat(decision(none(true), context)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
	}

	private HeadSampler none(boolean recorded) {
		return new HeadSampler(0, 0, () -> recorded, this.now::get);
	}

	private HeadSampler all() {
		return new HeadSampler(0, 1, () -> true, this.now::get);
	}

	private Context received(String address, String flags) {
		return this.propagator.extract(Context.root(), Map.of("address", address),
				(Getter) (key) -> "traceparent".equals(key) ? PARENT + flags : null);
	}

	private static SamplingDecision decision(HeadSampler sampler, Context context) {
		return decision(sampler, context, "4bf92f3577b34da6a3ce929d0e0e4736");
	}

	private static SamplingDecision decision(HeadSampler sampler, Context context, String traceId) {
		return sampler.shouldSample(context, traceId, "test", SpanKind.SERVER, Attributes.empty(), List.of())
			.getDecision();
	}

	/**
	 * Reads headers of whatever carries them.
	 */
	private interface Getter extends TextMapGetter<Object> {

		@Nullable String get(String key);

		@Override
		default Iterable<String> keys(Object carrier) {
			return List.of("traceparent");
		}

		@Override
		default @Nullable String get(@Nullable Object carrier, String key) {
			return get(key);
		}

	}

	/**
	 * Maps are requests here.
	 */
	private static final class RequestsOfThisTest implements Callers {

		@Override
		public boolean know(Object carrier) {
			return carrier instanceof Map;
		}

		@Override
		public @Nullable String address(Object carrier) {
			return (String) ((Map<?, ?>) carrier).get("address");
		}

	}

}
