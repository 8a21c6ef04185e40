package dev.mainstay.observability;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.logging.LogSchema;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One property sends everything to a collector that reads what it gets.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExportIntegrationTests {

	private static final String SECRET = "hunter" + "2";

	private final OtlpReceiver receiver = OtlpReceiver.start();

	@AfterEach
	void close() {
		this.receiver.close();
		assertThat(this.receiver.failures()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void aRequestIsFoundInItsTrace(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			String trace = trace(service, "/orders/7");
			await().untilAsserted(
					() -> assertThat(spans(trace)).extracting(Span::getName).contains("http get /orders/{id}"));
			assertThat(service.feature("export").state()).isEqualTo(FeatureState.ON);
			assertThat(service.feature("export").reason()).isEqualTo("traces, metrics, logs");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void noSecretIsInASpan(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			String trace = trace(service, "/broken?password=" + SECRET);
			await().untilAsserted(() -> assertThat(spans(trace)).isNotEmpty());
			assertThat(this.receiver.text()).contains("password=[masked]").doesNotContain(SECRET);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void aLineIsFoundInItsTraceWithoutItsSecrets(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			String trace = trace(service, "/orders/7");
			await().untilAsserted(() -> assertThat(logs(trace)).hasSizeGreaterThanOrEqualTo(2));
			await().untilAsserted(() -> assertThat(spans(trace)).isNotEmpty());
			LogRecord order = record(trace, "Order 7");
			assertThat(order.getBody().getStringValue()).contains("password=[masked]");
			assertThat(order.getSeverityText()).isEqualTo("INFO");
			assertThat(attribute(order, "password").getStringValue()).isEqualTo("[masked]");
			assertThat(attribute(order, "request_id").getStringValue()).isNotEmpty();
			assertThat(hex(order.getSpanId().toByteArray()))
				.isIn(spans(trace).stream().map((span) -> hex(span.getSpanId().toByteArray())).toList());
			LogRecord access = record(trace, "GET /orders");
			assertThat(attribute(access, "http.response.status_code").getIntValue()).isEqualTo(200);
			trace(service, "/broken?password=" + SECRET);
			await().untilAsserted(() -> assertThat(this.receiver.text()).contains("exception.stacktrace"));
			assertThat(this.receiver.text()).doesNotContain(SECRET);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void theMetricsAreThereToo(WebApplicationType type) throws Exception {
		try (RunningService service = start(type, "management.otlp.metrics.export.step=200ms")) {
			service.get("/orders/7");
			await().untilAsserted(() -> assertThat(this.receiver.metrics()).extracting(Metric::getName)
				.contains("http.server.requests", "mainstay.telemetry.dropped", "jvm.memory.used"));
			assertThat(this.receiver.text()).contains("key: \"uri\"", "/orders/{id}", "key: \"service.name\"")
				.contains("string_value: \"orders\"");
			assertThat(service.get("/actuator/prometheus").body())
				.contains("mainstay_telemetry_dropped_total{reason=\"queue-full\",signal=\"traces\"} 0.0");
		}
	}

	@Test
	void nothingIsSentWhereTelemetryIsOff(CapturedOutput output) throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, "mainstay.telemetry.enabled=false")) {
			service.get("/orders/7");
			assertThat(service.context().getBeansOfType(DeliveryLedger.class)).isEmpty();
			assertThat(service.feature("export").state()).isEqualTo(FeatureState.OFF);
			// That nothing happens can only be waited for.
			Thread.sleep(500);
			assertThat(this.receiver.requests()).isEmpty();
		}
		assertThat(warnings(output)).isEmpty();
	}

	@Test
	void nothingIsSentWithoutTheProperty() throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.REACTIVE)) {
			assertThat(service.feature("export").state()).isEqualTo(FeatureState.NOT_APPLICABLE);
			assertThat(service.feature("export").reason()).isEqualTo("mainstay.telemetry.endpoint is not set");
		}
	}

	private List<Span> spans(String trace) {
		return this.receiver.spans()
			.stream()
			.filter((span) -> hex(span.getTraceId().toByteArray()).equals(trace))
			.toList();
	}

	private List<LogRecord> logs(String trace) {
		return this.receiver.logs()
			.stream()
			.filter((line) -> hex(line.getTraceId().toByteArray()).equals(trace))
			.toList();
	}

	private LogRecord record(String trace, String begin) {
		return logs(trace).stream()
			.filter((line) -> line.getBody().getStringValue().startsWith(begin))
			.findFirst()
			.orElseThrow(() -> new AssertionError(logs(trace)));
	}

	private static AnyValue attribute(LogRecord line, String name) {
		return line.getAttributesList()
			.stream()
			.filter((it) -> it.getKey().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(name + " is not in " + line))
			.getValue();
	}

	static String hex(byte[] id) {
		return HexFormat.of().formatHex(id);
	}

	static List<String> warnings(CapturedOutput output) {
		return output.getOut()
			.lines()
			.filter((line) -> LogSchema.parse(line).path("level").asString().matches("WARN|ERROR"))
			.toList();
	}

	static String trace(RunningService service, String path) throws Exception {
		return service.get(path).headers().firstValue("traceresponse").orElseThrow().split("-")[1];
	}

	private RunningService start(WebApplicationType type, String... properties) {
		String[] all = Stream
			.concat(Stream.of("mainstay.telemetry.endpoint=" + this.receiver.endpoint(),
					"management.tracing.sampling.probability=1",
					"management.opentelemetry.tracing.export.schedule-delay=50ms",
					"management.opentelemetry.logging.export.schedule-delay=50ms"), Stream.of(properties))
			.toArray(String[]::new);
		return LogLinesIntegrationTests.start(type, all);
	}

}
