package dev.mainstay.observability.slo;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.observability.RunningService;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nobody has sampled and was bad only for an objective.
 */
class ExemplarIntegrationTests {

	private static final Pattern EXEMPLAR = Pattern.compile(
			"slo_events_total\\{result=\"bad\",.* 1\\.0 # \\{span_id=\"[0-9a-f]{16}\",trace_id=\"([0-9a-f]{32})\"}");

	private final OtlpReceiver receiver = OtlpReceiver.start();

	@AfterEach
	void close() {
		this.receiver.close();
	}

	@Test
	void opensATraceThatTheCollectorHas() throws Exception {
		String response;
		try (RunningService service = start()) {
			response = service.get("/slow").headers().firstValue("traceresponse").orElseThrow();
			Await.until(() -> assertThat(exemplar(service)).isNotEmpty());
			assertThat(exemplar(service)).isEqualTo(traceId(response));
		}
		assertThat(response).endsWith("-00");
		assertThat(this.receiver.spans())
			.extracting((span) -> HexFormat.of().formatHex(span.getTraceId().toByteArray()))
			.contains(traceId(response));
	}

	/** Prometheus before 2.43 would refuse all of it. */
	@Test
	void isOnlyWhereEveryPrometheusTakesIt() throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET, EndingsApplication.class,
				"management.opentelemetry.tracing.export.otlp.endpoint=" + this.receiver.endpoint() + "/v1/traces")) {
			assertThat(service.get("/slow").headers().firstValue("traceresponse").orElseThrow()).endsWith("-01");
			Await.until(() -> assertThat(scraped(service)).contains("http_server_requests_seconds_count"));
			assertThat(scraped(service).lines().filter((line) -> line.contains(" # {")))
				.allMatch((line) -> line.contains("_total{") || line.contains("_bucket{"));
		}
	}

	private static String traceId(String response) {
		return response.split("-")[1];
	}

	private RunningService start() {
		return RunningService.start(WebApplicationType.SERVLET, EndingsApplication.class,
				"mainstay.slo.objectives.fast.latency=100ms", "mainstay.slo.objectives.fast.latency-target=99",
				"mainstay.tracing.sampling.traces-per-second=0", "mainstay.tracing.sampling.ratio=0",
				"mainstay.access-log.slow-threshold=1h", "management.opentelemetry.tracing.export.schedule-delay=50ms",
				"management.opentelemetry.tracing.export.otlp.endpoint=" + this.receiver.endpoint() + "/v1/traces");
	}

	private static String exemplar(RunningService service) {
		Matcher exemplar = EXEMPLAR.matcher(scraped(service));
		return exemplar.find() ? exemplar.group(1) : "";
	}

	private static String scraped(RunningService service) {
		try {
			return service.get("/actuator/prometheus", "Accept", "application/openmetrics-text; version=1.0.0").body();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
