package dev.mainstay.observability.tracing.sampling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.request.TrustedProxies;
import io.micrometer.tracing.otel.bridge.OtelBaggageManager;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.propagation.BaggageTextMapPropagator;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.LinkedCaseInsensitiveMap;

import static org.assertj.core.api.Assertions.assertThat;

class SparingPropagatorTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SPAN = "00f067aa0ba902b7";

	private static final ContextKey<String> TENANT = ContextKey.named("tenant");

	private final OtelBaggageManager baggage = new OtelBaggageManager(new OtelCurrentTraceContext(), List.of("tenant"),
			List.of());

	private final TextMapPropagator all = TrustingPropagator.of(
			List.of(W3CTraceContextPropagator.getInstance(), B3Propagator.injectingSingleHeader(),
					W3CBaggagePropagator.getInstance(), new BaggageTextMapPropagator(List.of("tenant"), this.baggage)),
			TrustedProxies.none(), List.of());

	@Test
	void looksForHeadersAndReadsNothingWhereThereAreNone() {
		List<String> asked = new ArrayList<>();
		Context context = this.all.extract(Context.root(), Map.of("accept", "*/*"), new Headers(asked));
		assertThat(context).isSameAs(Context.root());
		assertThat(asked).contains("traceparent", "b3", "X-B3-TraceId", "baggage", "tenant").doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource
	void readsWhateverSaysWhoCalls(Map<String, String> headers) {
		Context context = this.all.extract(Context.root(), headers, new Headers());
		assertThat(Span.fromContext(context).getSpanContext().getTraceId()).isEqualTo(TRACE);
		assertThat(Span.fromContext(context).getSpanContext().getSpanId()).isEqualTo(SPAN);
	}

	static List<Map<String, String>> readsWhateverSaysWhoCalls() {
		return List.of(Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01"),
				Map.of("Traceparent", "00-" + TRACE + "-" + SPAN + "-00", "tracestate", "a=b"),
				Map.of("b3", TRACE + "-" + SPAN + "-1"), Map.of("x-b3-traceid", TRACE, "x-b3-spanid", SPAN),
				Map.of("X-B3-TraceId", TRACE, "X-B3-SpanId", SPAN, "X-B3-Flags", "1"));
	}

	/** They name the headers that they write. */
	@Test
	void readsBothFormatsOfB3WhicheverIsWritten() {
		for (TextMapPropagator b3 : List.of(B3Propagator.injectingSingleHeader(),
				B3Propagator.injectingMultiHeaders())) {
			TextMapPropagator propagator = TrustingPropagator.of(List.of(b3), TrustedProxies.none(), List.of());
			for (Map<String, String> headers : List.of(Map.of("b3", TRACE + "-" + SPAN + "-1"),
					Map.of("X-B3-TraceId", TRACE, "X-B3-SpanId", SPAN))) {
				Context context = propagator.extract(Context.root(), headers, new Headers());
				assertThat(Span.fromContext(context).getSpanContext().getTraceId()).isEqualTo(TRACE);
			}
		}
	}

	@ParameterizedTest
	@MethodSource
	void readsBaggageWithoutATrace(Map<String, String> headers) {
		Context context = this.all.extract(Context.root(), headers, new Headers());
		assertThat(Baggage.fromContext(context).getEntryValue("tenant")).isEqualTo("t1");
	}

	static List<Map<String, String>> readsBaggageWithoutATrace() {
		return List.of(Map.of("baggage", "tenant=t1"), Map.of("Tenant", "t1"));
	}

	@ParameterizedTest
	@MethodSource
	void asksAPropagatorOfTheApplicationWhateverItsFieldsAre(List<String> fields) {
		TextMapPropagator with = TrustingPropagator.of(
				List.of(W3CTraceContextPropagator.getInstance(), new Tenants(fields)), TrustedProxies.none(),
				List.of());
		Context context = with.extract(Context.root(), Map.of("x-tenant", "t1"), new Headers());
		assertThat(context.get(TENANT)).isEqualTo("t1");
	}

	static List<List<String>> asksAPropagatorOfTheApplicationWhateverItsFieldsAre() {
		return List.of(List.of(), List.of("x-other"), List.of("x-tenant"));
	}

	/** As it would without us. */
	@Test
	void asksAPropagatorThatTheApplicationHasWrapped() {
		TextMapPropagator wrapped = TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(),
				new Tenants(List.of()));
		Context context = TrustingPropagator.of(List.of(wrapped), TrustedProxies.none(), List.of())
			.extract(Context.root(), Map.of("x-tenant", "t1"), new Headers());
		assertThat(context.get(TENANT)).isEqualTo("t1");
	}

	/**
	 * Headers as a request has them, whatever their case.
	 */
	private record Headers(List<String> asked) implements TextMapGetter<Map<String, String>> {

		Headers() {
			this(new ArrayList<>());
		}

		@Override
		public Iterable<String> keys(Map<String, String> carrier) {
			return carrier.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
			this.asked.add(key);
			Map<String, String> headers = new LinkedCaseInsensitiveMap<>();
			headers.putAll((carrier != null) ? carrier : Map.of());
			return headers.get(key);
		}

	}

	/**
	 * A propagator of an application.
	 */
	private record Tenants(List<String> names) implements TextMapPropagator {

		@Override
		public Collection<String> fields() {
			return this.names;
		}

		@Override
		public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
			setter.set(carrier, "x-tenant", "t1");
		}

		@Override
		public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
			String tenant = getter.get(carrier, "x-tenant");
			return (tenant != null) ? context.with(TENANT, tenant) : context;
		}

	}

}
