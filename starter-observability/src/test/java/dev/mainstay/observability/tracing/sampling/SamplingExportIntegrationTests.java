package dev.mainstay.observability.tracing.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.mainstay.observability.RunningService;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a collector gets of a service that exports one trace in a hundred.
 */
class SamplingExportIntegrationTests {

	private static final Sampler SHARE = Sampler.traceIdRatioBased(0.01);

	private static final List<String> PATHS = List.of("/fine", "/fine", "/broken", "/fine", "/missing", "/slow",
			"/fine", "/unavailable", "/fine", "/late-failure");

	private static final Set<String> BAD = Set.of("/broken", "/slow", "/unavailable", "/late-failure");

	private final OtlpReceiver receiver = OtlpReceiver.start();

	@AfterEach
	void close() {
		this.receiver.close();
		assertThat(this.receiver.failures()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void aCollectorGetsTheBadOnesAndOneInAHundredOfTheRest(WebApplicationType type) throws Exception {
		Map<String, String> sent;
		try (RunningService service = start(type)) {
			sent = send(service, 400);
		}
		Set<String> expected = sent.entrySet()
			.stream()
			.filter((it) -> BAD.contains(it.getValue()) || isInShare(it.getKey()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
		// The service has stopped, and has sent what it had by then.
		assertThat(traces()).containsExactlyInAnyOrderElementsOf(expected);
		for (String traceId : expected) {
			assertThat(spans(traceId)).extracting(Span::getKind).contains(Span.SpanKind.SPAN_KIND_SERVER);
			assertThat(spans(traceId)).extracting(Span::getName).contains("work");
			assertThat(spans(traceId)).allMatch((span) -> (span.getFlags() & 1) == 1);
		}
	}

	private Map<String, String> send(RunningService service, int times) throws Exception {
		Map<String, String> sent = new HashMap<>();
		for (int i = 0; i < times; i++) {
			String path = PATHS.get(i % PATHS.size());
			String response = service.get(path).headers().firstValue("traceresponse").orElseThrow();
			String traceId = response.split("-")[1];
			assertThat(response).endsWith(isInShare(traceId) ? "-01" : "-00");
			sent.put(traceId, path);
		}
		return sent;
	}

	private RunningService start(WebApplicationType type) {
		List<String> properties = new ArrayList<>(List.of("management.tracing.sampling.probability=0.01",
				"mainstay.access-log.slow-thresholds[/slow]=100ms", "mainstay.access-log.slow-threshold=1h",
				"management.opentelemetry.tracing.export.schedule-delay=50ms",
				"management.opentelemetry.tracing.export.otlp.endpoint=" + this.receiver.endpoint() + "/v1/traces"));
		return RunningService.start(type,
				(type == WebApplicationType.REACTIVE) ? ReactiveWork.class : ServletWork.class,
				properties.toArray(String[]::new));
	}

	private static boolean isInShare(String traceId) {
		return SHARE.shouldSample(Context.root(), traceId, "test", SpanKind.SERVER, Attributes.empty(), List.of())
			.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

	private Set<String> traces() {
		return this.receiver.spans().stream().map(SamplingExportIntegrationTests::traceId).collect(Collectors.toSet());
	}

	private List<Span> spans(String traceId) {
		return this.receiver.spans().stream().filter((span) -> traceId(span).equals(traceId)).toList();
	}

	private static String traceId(Span span) {
		return HexFormat.of().formatHex(span.getTraceId().toByteArray());
	}

}
