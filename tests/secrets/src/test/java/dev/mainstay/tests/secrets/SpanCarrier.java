package dev.mainstay.tests.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.mainstay.tests.harness.PlantedSecret;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/**
 * The ways by which a secret gets into a span.
 */
enum SpanCarrier {

	NAME((span, text) -> span.name("call of " + text)),

	TAG((span, text) -> span.tag("note", text)),

	HEADER_TAG((span, text) -> span.tag("http.request.header.x-note", text)),

	TEXTS((span, text) -> current().setAttribute(AttributeKey.stringArrayKey("notes"), List.of("a", text))),

	URL((span, text) -> span.tag("url.full",
			"https://partner.test/a?b=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&c=1")),

	STATEMENT((span, text) -> span.tag("db.query.text", "insert into notes values ('" + text + "')")),

	EVENT((span, text) -> span.event("got " + text)),

	EVENT_ATTRIBUTE((span, text) -> current().addEvent("got", Attributes.of(AttributeKey.stringKey("note"), text))),

	EXCEPTION((span, text) -> span.error(new IllegalStateException(text))),

	CAUSE((span, text) -> current().recordException(new RuntimeException("a", new IllegalStateException(text)))),

	STATUS((span, text) -> current().setStatus(StatusCode.ERROR, "failed with " + text)),

	LINK((span, text) -> current().addLink(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
			TraceFlags.getSampled(), TraceState.getDefault()), Attributes.of(AttributeKey.stringKey("note"), text)));

	static final AttributeKey<String> MARK = AttributeKey.stringKey("carrier");

	private final Way way;

	SpanCarrier(Way way) {
		this.way = way;
	}

	private static io.opentelemetry.api.trace.Span current() {
		return io.opentelemetry.api.trace.Span.current();
	}

	/** In a span that can be found by the names of both. */
	void record(Tracer tracer, PlantedSecret secret) {
		Span span = tracer.nextSpan().name("work").tag(MARK.getKey(), name(secret)).start();
		try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
			this.way.record(span, secret.text());
		}
		finally {
			span.end();
		}
	}

	/** In the span of an observation, as libraries make them. */
	static void observe(ObservationRegistry registry, PlantedSecret secret) {
		Observation.createNotStarted("planted", registry)
			.contextualName("observed " + secret.text())
			.highCardinalityKeyValue(MARK.getKey(), observed(secret))
			.highCardinalityKeyValue("note", secret.text())
			.observe(() -> {
			});
	}

	static String observed(PlantedSecret secret) {
		return "<OBSERVATION " + secret + ">";
	}

	String name(PlantedSecret secret) {
		return "<" + this + " " + secret + ">";
	}

	@FunctionalInterface
	private interface Way {

		void record(Span span, String text);

	}

}
