package dev.mainstay.observability;

import dev.mainstay.observability.logging.LogSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The lines of work that a request hands to other threads.
 */
@ExtendWith(OutputCaptureExtension.class)
class BackgroundLogLinesIntegrationTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@Test
	void haveTheIdsOfTheRequestAndItsTrace(CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET, BackgroundApplication.class)) {
			service.get("/confirm", "X-Request-Id", "r-1", "traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
			await().untilAsserted(() -> assertThat(output.getOut()).contains("Confirmed", "Executed"));
		}
		assertIds(output, "Confirmed");
		assertIds(output, "Executed");
	}

	@Test
	void doNotKeepTheIdsForTheNextWorkOfTheThread(CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET, BackgroundApplication.class,
				"spring.task.execution.pool.core-size=1")) {
			service.get("/confirm", "X-Request-Id", "r-1");
			service.get("/confirm", "X-Request-Id", "r-2");
			await().untilAsserted(() -> assertThat(lines(output, "Confirmed")).isEqualTo(2));
		}
		assertThat(output.getOut().lines().map(LogSchema::parse))
			.filteredOn((line) -> line.path("message").asString().equals("Confirmed"))
			.extracting((line) -> line.path("request_id").asString())
			.containsExactly("r-1", "r-2");
	}

	private static long lines(CapturedOutput output, String message) {
		return output.getOut().lines().filter((line) -> line.contains("\"message\":\"" + message + "\"")).count();
	}

	private static void assertIds(CapturedOutput output, String message) {
		JsonNode line = output.getOut()
			.lines()
			.map(LogSchema::parse)
			.filter((it) -> it.path("message").asString().equals(message))
			.findFirst()
			.orElseThrow();
		assertThat(line.path("thread_name").asString()).startsWith("task-");
		assertThat(line.path("request_id").asString()).isEqualTo("r-1");
		assertThat(line.path("trace_id").asString()).isEqualTo(TRACE_ID);
	}

}
