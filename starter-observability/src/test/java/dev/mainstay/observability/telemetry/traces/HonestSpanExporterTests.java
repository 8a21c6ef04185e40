package dev.mainstay.observability.telemetry.traces;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.ValueMasker;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HonestSpanExporterTests {

	private static final String SECRET = "hunter" + "2";

	private static final AttributeKey<List<String>> HEADERS = AttributeKey
		.stringArrayKey("http.request.header.authorization");

	private static final AttributeKey<Long> TOKENS = AttributeKey.longKey("prompt_tokens");

	private final List<SpanData> exported = new ArrayList<>();

	@Test
	void everyTextOfASpanIsMasked() {
		SpanData span = export((it) -> {
			it.setAttribute("url.full", "http://shop/orders?password=" + SECRET + "&page=1");
			it.setAttribute("password", SECRET);
			it.setAttribute(HEADERS, List.of("Bearer " + SECRET.repeat(4)));
			it.setAttribute(TOKENS, 12L);
			it.addEvent("login", Attributes.of(AttributeKey.stringKey("api-key"), SECRET));
			it.addLink(Span.current().getSpanContext(), Attributes.of(AttributeKey.stringKey("secret"), SECRET));
			it.recordException(new IllegalStateException("password=" + SECRET));
			it.setStatus(StatusCode.ERROR, "password=" + SECRET);
			it.updateName("login password=" + SECRET);
		});
		assertThat(String.join("\n", span.getName(), span.getAttributes().toString(), span.getEvents().toString(),
				span.getLinks().toString(), span.getStatus().getDescription()))
			.contains("login password=[masked]")
			.doesNotContain(SECRET);
		assertThat(span.getAttributes().get(TOKENS)).isEqualTo(12);
		assertThat(span.getAttributes().get(AttributeKey.stringKey("url.full"))).endsWith("&page=1");
		assertThat(span.getEvents()).hasSize(2);
	}

	@Test
	void whatIsHarmlessStaysAsItIs() {
		SpanData span = export((it) -> it.setAttribute("http.route", "/orders/{id}"));
		assertThat(span.getName()).isEqualTo("test");
		assertThat(span.getAttributes().asMap())
			.isEqualTo(Map.of(AttributeKey.stringKey("http.route"), "/orders/{id}"));
		assertThat(span.getSpanContext().isValid()).isTrue();
	}

	private SpanData export(Consumer<Span> use) {
		try (DeliveryLedger ledger = new DeliveryLedger();
				SdkTracerProvider provider = SdkTracerProvider.builder()
					.addSpanProcessor(SimpleSpanProcessor.create(new HonestSpanExporter(new Collecting(), ledger,
							ValueMasker.of(MaskingEngine.create(List.of())), Duration.ofSeconds(1))))
					.build()) {
			Span span = provider.get("tests").spanBuilder("test").startSpan();
			use.accept(span);
			span.end();
		}
		assertThat(this.exported).hasSize(1);
		return this.exported.get(0);
	}

	private final class Collecting implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			HonestSpanExporterTests.this.exported.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
