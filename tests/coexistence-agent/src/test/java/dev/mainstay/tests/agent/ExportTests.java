package dev.mainstay.tests.agent;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.Message;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Launch;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The variables of OpenTelemetry tell an application where its telemetry goes, and an
 * agent that is attached to it: each span, line and metric comes once all the same.
 */
class ExportTests {

	/** By what the agent says of itself in everything that it sends. */
	private static final String AGENT = "opentelemetry-java-instrumentation";

	private static final String SAMPLED = "--management.tracing.sampling.probability=1";

	private final OtlpReceiver receiver = OtlpReceiver.start();

	private final Launch launch = Launch.of(OrdinaryApplication.class)
		.withVariable("OTEL_EXPORTER_OTLP_ENDPOINT", this.receiver.endpoint())
		.withVariable("OTEL_BSP_SCHEDULE_DELAY", "100")
		.withVariable("OTEL_BLRP_SCHEDULE_DELAY", "100")
		.withVariable("OTEL_METRIC_EXPORT_INTERVAL", "500");

	@AfterEach
	void close() {
		this.receiver.close();
		assertThat(this.receiver.failures()).isEmpty();
	}

	@Test
	void theVariableAloneSendsEverything() {
		try (ApplicationProcess application = ApplicationProcess.start(this.launch, SAMPLED)) {
			assertOnce(trace(application));
			Await.until(() -> assertThat(this.receiver.metrics())
				.anyMatch((metric) -> metric.getName().equals("http.server.requests")));
			assertThat(this.receiver.text()).doesNotContain(AGENT);
		}
	}

	@Test
	void withAnAgentEverythingComesFromTheAgent() {
		String option = "-javaagent:" + Path.of("target", "agent", "opentelemetry-javaagent.jar");
		try (ApplicationProcess application = ApplicationProcess.start(this.launch.withOption(option), SAMPLED,
				"--mainstay.telemetry.endpoint=" + this.receiver.endpoint())) {
			assertOnce(trace(application));
			Await.until(() -> assertThat(this.receiver.metrics()).isNotEmpty());
			assertThat(this.receiver.messages()).map(Message::toString).allMatch((it) -> it.contains(AGENT));
			assertThat(application.http().get("/actuator/mainstay").body())
				.contains("the agent of OpenTelemetry is attached");
		}
	}

	private static String trace(ApplicationProcess application) {
		application.http().get("/orders/1");
		return application.http().get("/orders/2").headers().firstValue("traceresponse").orElseThrow().split("-")[1];
	}

	private void assertOnce(String trace) {
		Await.until(() -> {
			assertThat(servers(trace)).hasSize(1);
			assertThat(accesses(trace)).hasSize(1);
		});
	}

	private List<Span> servers(String trace) {
		return this.receiver.spans()
			.stream()
			.filter((span) -> HexFormat.of().formatHex(span.getTraceId().toByteArray()).equals(trace))
			.filter((span) -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
			.toList();
	}

	private List<LogRecord> accesses(String trace) {
		return this.receiver.logs()
			.stream()
			.filter((line) -> HexFormat.of().formatHex(line.getTraceId().toByteArray()).equals(trace))
			.filter((line) -> line.getBody().getStringValue().startsWith("GET /orders"))
			.toList();
	}

}
