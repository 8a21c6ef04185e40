package dev.mainstay.observability.tracing.sampling;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.RunningService;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SamplingIntegrationTests {

	private static final String NOTHING_ORDINARY = "mainstay.tracing.sampling.ratio=0";

	private static final String NO_BUDGET = "mainstay.tracing.sampling.traces-per-second=0";

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-";

	private static final List<String> ALWAYS_KEPT = List.of("/slow", "/broken", "/unavailable", "/late-failure",
			"/timeout");

	private static final List<String> ORDINARY = List.of("/fine", "/fine", "/fine", "/missing", "/nowhere");

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void exportsExactlyTheRequestsThatWereBadOrSlow(WebApplicationType type) throws Exception {
		try (RunningService service = start(type, NOTHING_ORDINARY, NO_BUDGET)) {
			List<String> kept = new ArrayList<>();
			List<String> others = new ArrayList<>();
			send(service, 20).forEach((traceId, path) -> (ALWAYS_KEPT.contains(path) ? kept : others).add(traceId));
			assertThat(kept).hasSize(100);
			ExportedSpans exported = service.context().getBean(ExportedSpans.class);
			await().untilAsserted(() -> kept.forEach((traceId) -> assertIsWhole(exported.of(traceId))));
			assertThat(exported.all()).extracting(SpanData::getTraceId).doesNotContainAnyElementsOf(others);
			TailSampling tail = service.context().getBean(TailSampling.class);
			assertThat(tail.count(TraceDecision.KEPT)).isEqualTo(100);
			assertThat(tail.count(TraceDecision.EVICTED)).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void exportsAllThatComesSlowly(WebApplicationType type) throws Exception {
		try (RunningService service = start(type, NOTHING_ORDINARY)) {
			assertThat(service.feature("trace-sampling").state()).isEqualTo(FeatureState.ON);
			ExportedSpans exported = service.context().getBean(ExportedSpans.class);
			for (int i = 0; i < 3; i++) {
				String traceId = traceId(service.get("/fine"));
				await().untilAsserted(() -> assertIsWhole(exported.of(traceId)));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void obeysNobodyWhoIsNotTrusted(WebApplicationType type) throws Exception {
		try (RunningService service = start(type, NOTHING_ORDINARY, NO_BUDGET)) {
			assertThat(response(service.get("/fine", "traceparent", PARENT + "01"))).startsWith("00-" + TRACE_ID)
				.endsWith("-00");
			assertThat(response(service.get("/fine", "traceparent", PARENT + "01", "X-Forwarded-For", "10.0.0.1")))
				.endsWith("-00");
			assertThat(response(service.get("/fine", "b3", TRACE_ID + "-00f067aa0ba902b7-1"))).endsWith("-00");
			String kept = traceId(service.get("/broken"));
			ExportedSpans exported = service.context().getBean(ExportedSpans.class);
			await().untilAsserted(() -> assertIsWhole(exported.of(kept)));
			assertThat(exported.of(TRACE_ID)).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void obeysWhoIsTrusted(WebApplicationType type) throws Exception {
		try (RunningService service = start(type, NOTHING_ORDINARY, NO_BUDGET, "mainstay.trusted-proxies=127.0.0.1",
				"server.forward-headers-strategy=framework")) {
			assertThat(response(service.get("/fine", "traceparent", PARENT + "01", "X-Forwarded-For", "192.0.2.1")))
				.startsWith("00-" + TRACE_ID)
				.endsWith("-01");
			ExportedSpans exported = service.context().getBean(ExportedSpans.class);
			await().untilAsserted(() -> assertIsWhole(exported.of(TRACE_ID)));
			assertThat(response(service.get("/fine", "traceparent", PARENT + "00"))).endsWith("-00");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void beginsANewTraceForABadParent(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			for (String bad : BadParents.ALL) {
				HttpResponse<String> answer = service.get("/fine", "traceparent", bad);
				assertThat(answer.statusCode()).as(bad).isEqualTo(200);
				assertThat(traceId(answer)).as(bad)
					.matches("[0-9a-f]{32}")
					.doesNotContain("0".repeat(32))
					.isNotEqualTo(TRACE_ID);
			}
		}
	}

	/** By trace id; several at a time. */
	private static Map<String, String> send(RunningService service, int times) throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(8);
		List<Future<Map.Entry<String, String>>> sent = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			for (List<String> paths : List.of(ALWAYS_KEPT, ORDINARY)) {
				for (String path : paths) {
					sent.add(clients.submit(() -> Map.entry(traceId(service.get(path)), path)));
				}
			}
		}
		clients.shutdown();
		Map<String, String> answered = new HashMap<>();
		for (Future<Map.Entry<String, String>> one : sent) {
			answered.put(one.get().getKey(), one.get().getValue());
		}
		return answered;
	}

	private static void assertIsWhole(List<SpanData> spans) {
		assertThat(spans).extracting(SpanData::getName).contains("work");
		assertThat(spans).filteredOn((span) -> span.getKind() == SpanKind.SERVER).isNotEmpty();
		assertThat(spans).allMatch((span) -> span.getSpanContext().isSampled());
	}

	private static String response(HttpResponse<String> answer) {
		return answer.headers().firstValue("traceresponse").orElseThrow();
	}

	private static String traceId(HttpResponse<String> answer) {
		return response(answer).split("-")[1];
	}

	private static RunningService start(WebApplicationType type, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("mainstay.access-log.slow-thresholds[/slow]=" + Duration.ofMillis(100));
		all.add("mainstay.access-log.slow-threshold=1h");
		all.add("management.opentelemetry.tracing.export.schedule-delay=50ms");
		return RunningService.start(type,
				(type == WebApplicationType.REACTIVE) ? ReactiveWork.class : ServletWork.class,
				all.toArray(String[]::new));
	}

}
