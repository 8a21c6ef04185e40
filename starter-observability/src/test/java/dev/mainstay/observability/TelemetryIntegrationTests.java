package dev.mainstay.observability;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.logging.LogSchema;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class TelemetryIntegrationTests {

	private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint=";

	private static final String[] EXPORT_AT_ONCE = { "management.tracing.sampling.probability=1",
			"management.opentelemetry.tracing.export.schedule-delay=50ms" };

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void prometheusIsAnsweredOnLoopback(WebApplicationType type) throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(type)) {
			service.get("/orders/7");
			assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(200);
			assertThat(service.get("/actuator/prometheus").body()).contains("http_server_requests_seconds_count");
			assertThat(service.feature("metrics").state()).isEqualTo(FeatureState.ON);
			assertThat(service.feature("metrics").reason()).isEqualTo("/actuator/prometheus");
			assertThat(service.feature("tracing").state()).isEqualTo(FeatureState.ON);
		}
	}

	@Test
	void nobodyIsCalledAndNothingIsWarnedOfWithoutAnEndpoint(CapturedOutput output) throws Exception {
		try (CalledAddresses called = CalledAddresses.note();
				RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET, EXPORT_AT_ONCE)) {
			service.get("/orders/7");
			assertThat(service.context().getBeansOfType(SpanExporter.class)).isEmpty();
			assertThat(service.context().getBean(SpanExporters.class).list()).isEmpty();
			// That nothing happens can only be waited for; an export would be due at
			// once.
			Thread.sleep(500);
			assertThat(called.all()).isSubsetOf(service.uri("/orders/7"));
		}
		assertThat(output.getOut().lines().map(LogSchema::parse))
			.noneMatch((line) -> line.path("level").asString().matches("WARN|ERROR"));
	}

	@Test
	void spansAreSentToAnEndpointThatIsConfigured() throws Exception {
		Queue<String> received = new ConcurrentLinkedQueue<>();
		HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		collector.createContext("/", (exchange) -> {
			received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		collector.start();
		String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
		try (CalledAddresses called = CalledAddresses.note();
				RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET, EXPORT_AT_ONCE[0],
						EXPORT_AT_ONCE[1], ENDPOINT + endpoint)) {
			service.get("/orders/7");
			await().untilAsserted(() -> assertThat(received).contains("POST /v1/traces"));
			assertThat(called.all()).contains(URI.create(endpoint));
		}
		finally {
			collector.stop(0);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.tracing.enabled=false" })
	void thereAreNoSpansWhereTracingIsOff(String property, CapturedOutput output) throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET, property)) {
			service.get("/orders/7", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
			assertThat(service.context().getBean(Tracer.class)).isSameAs(Tracer.NOOP);
		}
		assertThat(output).contains("Order 7").doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@Test
	void thereAreNoSpansWhereTracingIsOffThoughItIsConfigured(CapturedOutput output) throws Exception {
		try (CalledAddresses called = CalledAddresses.note();
				RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET,
						"mainstay.tracing.enabled=false", EXPORT_AT_ONCE[0], EXPORT_AT_ONCE[1],
						ENDPOINT + "http://127.0.0.1:4318/v1/traces")) {
			service.get("/orders/7", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
			assertThat(service.context().getBean(Tracer.class)).isSameAs(Tracer.NOOP);
			assertThat(service.feature("tracing").state()).isEqualTo(FeatureState.OFF);
			assertThat(service.feature("tracing").reason()).isEqualTo("mainstay.tracing.enabled=false");
			// That nothing happens can only be waited for; an export would be due at
			// once.
			Thread.sleep(300);
			assertThat(called.all()).isSubsetOf(service.uri("/orders/7"));
		}
		assertThat(output).contains("Order 7").doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@Test
	void nothingIsOursWhereMainstayIsOff(CapturedOutput output) throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET,
				"mainstay.enabled=false")) {
			service.get("/orders/7");
			assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(404);
			assertThat(service.context().getBeansOfType(PrometheusMeterRegistry.class)).isEmpty();
			assertThat(service.context().getBeanDefinitionNames()).noneMatch((name) -> name.startsWith("mainstay"));
		}
		assertThat(output.getOut().lines()).noneMatch((line) -> line.startsWith("{"));
		assertThat(output).contains("Order 7 for password=hunter2").doesNotContain("mainstay.access");
	}

	@Test
	void tracingAndPrometheusOfTheApplicationStayWhereMainstayIsOff() throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET,
				"mainstay.enabled=false", "management.tracing.sampling.probability=0.5",
				"management.endpoints.web.exposure.include=health,prometheus")) {
			assertThat(service.context().getBean(Tracer.class)).isNotSameAs(Tracer.NOOP);
			assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=b", "management.endpoints.web.exposure.include=health,prometheus",
			"management.endpoint.prometheus.access=unrestricted" })
	void thereAreNoMetricsForPrometheusWhereTheyAreOff(String property) throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET,
				"mainstay.telemetry.enabled=false", property)) {
			assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(404);
			assertThat(service.context().getBeansOfType(PrometheusMeterRegistry.class)).isEmpty();
			assertThat(service.feature("metrics").state()).isEqualTo(FeatureState.OFF);
		}
	}

}
