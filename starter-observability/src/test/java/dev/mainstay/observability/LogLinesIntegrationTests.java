package dev.mainstay.observability;

import java.util.List;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.logging.LogSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a whole service writes to standard output, on Tomcat and on Netty.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesIntegrationTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

	private static final LogSchema SCHEMA = LogSchema.load();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void areOfTheSchemaAndHoldNoSecret(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RunningService service = start(type)) {
			service.get("/orders/7");
			service.get("/broken");
			service.get("/missing?password=hunter2");
			assertThat(service.feature("logging").state()).isEqualTo(FeatureState.ON);
			await().untilAsserted(() -> assertThat(output.getOut()).contains("Cannot log in"));
		}
		assertThat(output.getOut()).contains("[masked]").doesNotContain("hunter2");
		assertThat(output.getOut().lines()).hasSizeGreaterThan(3)
			.allSatisfy((line) -> assertThat(SCHEMA.violations(line)).isEmpty());
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void haveTheIdsOfTheTraceInsideARequest(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RunningService service = start(type)) {
			service.get("/orders/7", "traceparent", TRACEPARENT);
		}
		JsonNode line = line(output, "message", "Order 7");
		assertThat(line.path("trace_id").asString()).isEqualTo(TRACE_ID);
		assertThat(line.path("span_id").asString()).hasSize(16).isNotEqualTo("00f067aa0ba902b7");
		assertThat(line.path("service.name").asString()).isEqualTo("orders");
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void haveTheIdsOfTheRequestAndOneAccessEventForIt(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RunningService service = start(type)) {
			service.get("/orders/7", "X-Request-Id", "r-1", "traceparent", TRACEPARENT);
			await().untilAsserted(() -> assertThat(accessEvents(output)).hasSize(1));
		}
		assertThat(accessEvents(output)).hasSize(1);
		assertThat(line(output, "message", "Order 7").path("request_id").asString()).isEqualTo("r-1");
		JsonNode event = accessEvents(output).get(0);
		assertThat(event.path("message").asString()).startsWith("GET /orders/{id} 200 ");
		assertThat(event.path("request_id").asString()).isEqualTo("r-1");
		assertThat(event.path("trace_id").asString()).isEqualTo(TRACE_ID);
		assertThat(event.path("attributes").path("http.response.status_code").asInt()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void haveOneStackTraceForAFailureWithTheIdsOfItsRequest(WebApplicationType type, CapturedOutput output)
			throws Exception {
		try (RunningService service = start(type)) {
			service.get("/broken", "X-Request-Id", "r-1", "traceparent", TRACEPARENT);
			await().untilAsserted(() -> assertThat(accessEvents(output)).hasSize(1));
		}
		assertThat(lines(output)).filteredOn((line) -> line.has("stack_trace")).singleElement().satisfies((line) -> {
			assertThat(line.path("level").asString()).isEqualTo("ERROR");
			assertThat(line.path("trace_id").asString()).isEqualTo(TRACE_ID);
			assertThat(line.path("span_id").asString()).hasSize(16);
			assertThat(line.path("request_id").asString()).isEqualTo("r-1");
			assertThat(line.path("attributes")).isEqualTo(LogSchema.parse("""
					{"http.request.method":"GET","http.response.status_code":500,"http.route":"/broken"}"""));
		});
	}

	@Test
	void nameTheFailureOfARequestOnTomcat(CapturedOutput output) throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET)) {
			service.get("/broken");
			await().untilAsserted(() -> assertThat(accessEvents(output)).hasSize(1));
		}
		JsonNode attributes = accessEvents(output).get(0).path("attributes");
		assertThat(attributes.path("error.type").asString()).isEqualTo("java.lang.IllegalStateException");
		assertThat(attributes.path("outcome").asString()).isEqualTo("failed");
	}

	@Test
	void areNotWrittenByAServiceWithASwitchThatIsNeitherOnNorOff() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> start(WebApplicationType.SERVLET, "mainstay.masking.enabled=nope"))
			.withMessageContainingAll("mainstay.masking.enabled is nope", "Set it to true or false");
	}

	@Test
	void areTextWhenAskedFor(CapturedOutput output) {
		try (RunningService service = start(WebApplicationType.SERVLET, "mainstay.logging.format=text")) {
			assertThat(service.feature("logging").reason()).isEqualTo("mainstay.logging.format=text");
		}
		assertThat(output.getOut().lines()).noneMatch((line) -> line.startsWith("{"));
	}

	static RunningService start(WebApplicationType type, String... properties) {
		Class<?> application = (type == WebApplicationType.REACTIVE) ? ReactiveApplication.class
				: ServletApplication.class;
		return RunningService.start(type, application, properties);
	}

	private static List<JsonNode> accessEvents(CapturedOutput output) {
		return lines(output).stream()
			.filter((line) -> line.path("logger_name").asString().equals("mainstay.access"))
			.toList();
	}

	private static JsonNode line(CapturedOutput output, String field, String start) {
		return lines(output).stream()
			.filter((line) -> line.path(field).asString("").startsWith(start))
			.findFirst()
			.orElseThrow();
	}

	private static List<JsonNode> lines(CapturedOutput output) {
		return output.getOut().lines().map(LogSchema::parse).toList();
	}

}
