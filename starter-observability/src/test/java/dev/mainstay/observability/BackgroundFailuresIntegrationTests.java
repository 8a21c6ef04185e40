package dev.mainstay.observability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.FailingBackgroundApplication.Told;
import dev.mainstay.observability.logging.LogSchema;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each failure that nobody waits for is one line, with the ids of who handed over the
 * work.
 */
@ExtendWith(OutputCaptureExtension.class)
class BackgroundFailuresIntegrationTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String[] CALLER = { "X-Request-Id", "r-1", "traceparent",
			"00-" + TRACE_ID + "-00f067aa0ba902b7-01" };

	private static final List<String> HANDED_OVER = List.of("async", "simple", "pool", "single");

	/** Awaitility would be the handler of the application. */
	@BeforeAll
	static void leaveFailuresOfThreadsAlone() {
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
	}

	@AfterAll
	static void restore() {
		Awaitility.reset();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void areOneLineWithTheIdsOfTheRequest(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(type, FailingBackgroundApplication.class)) {
			service.get("/fail", CALLER);
			HANDED_OVER.forEach((where) -> assertOneLine(output, where));
			service.get("/mail", CALLER);
			assertOneLine(output, "mail");
			assertThat(service.context().getBean(Told.class).failures()).hasSize(6)
				.contains("failed on async", "failed on pool", "failed on schedule", "failed on mail")
				.doesNotHaveDuplicates();
			assertThat(service.feature("background").state()).isEqualTo(FeatureState.ON);
		}
		assertThat(output.getErr()).isEmpty();
		assertThat(output).doesNotContain("failed on asked");
	}

	@Test
	void ofAScheduledMethodAreTheLineOfSpringWithTheIdsOfTheCall(CapturedOutput output) {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET,
				FailingBackgroundApplication.class)) {
			await().untilAsserted(() -> assertThat(lines(output, "schedule")).hasSize(1));
			JsonNode line = lines(output, "schedule").get(0);
			assertThat(line.path("message").asString()).isEqualTo("Unexpected error occurred in scheduled task");
			assertThat(line.path("logger_name").asString()).contains("TaskUtils");
			assertThat(line.path("trace_id").asString()).hasSize(32);
			assertThat(line.path("span_id").asString()).hasSize(16);
			assertThat(service.context().getBean(Told.class).failures()).containsExactly("failed on schedule");
		}
	}

	@Test
	void ofAScheduledMethodAreLeftToTheHandlerOfTheApplication(CapturedOutput output) {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET,
				FailingBackgroundApplication.class, "test.own-error-handler=true")) {
			await().untilAsserted(() -> assertThat(lines(output, "schedule")).hasSize(1));
			assertThat(lines(output, "schedule").get(0).path("message").asString()).isEqualTo("Own line");
			assertThat(service.context().getBean(Told.class).failures()).isEmpty();
		}
	}

	@Test
	void areLeftToTheUncaughtExceptionHandlerOfTheApplication(CapturedOutput output) throws Exception {
		List<String> caught = new CopyOnWriteArrayList<>();
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> caught.add(failure.getMessage()));
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET,
				FailingBackgroundApplication.class)) {
			service.get("/fail", CALLER);
			await().untilAsserted(
					() -> assertThat(caught).contains("failed on pool", "failed on single", "failed on simple"));
			assertThat(lines(output, "pool")).isEmpty();
		}
		finally {
			Thread.setDefaultUncaughtExceptionHandler(null);
		}
	}

	@Test
	void haveTheIdOfTheRequestWhereNothingIsTraced(CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET,
				FailingBackgroundApplication.class, "mainstay.tracing.enabled=false")) {
			service.get("/fail", CALLER);
			await().untilAsserted(() -> assertThat(lines(output, "pool")).hasSize(1));
			assertThat(lines(output, "pool").get(0).path("request_id").asString()).isEqualTo("r-1");
			assertThat(lines(output, "pool").get(0).has("trace_id")).isFalse();
			await().untilAsserted(() -> assertThat(lines(output, "schedule")).hasSize(1));
			await().untilAsserted(() -> assertThat(service.context().getBean(Told.class).failures())
				.containsOnlyOnce("failed on schedule"));
		}
	}

	@Test
	void areAsWithoutMainstayWhereItIsOff(CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET,
				FailingBackgroundApplication.class, "mainstay.tracing.background.enabled=false")) {
			service.get("/fail", CALLER);
			await().untilAsserted(() -> assertThat(output.getErr()).contains("failed on pool", "failed on simple"));
			await().untilAsserted(() -> assertThat(lines(output, "schedule")).hasSize(1));
			assertThat(lines(output, "schedule").get(0).has("trace_id")).isFalse();
			assertThat(service.feature("background").state()).isEqualTo(FeatureState.OFF);
			assertThat(service.context().getBean(Told.class).failures()).isEmpty();
		}
	}

	@Test
	void areCountedByTheWorkThatFailed(CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET,
				FailingBackgroundApplication.class)) {
			service.get("/fail", CALLER);
			HANDED_OVER.forEach((where) -> assertOneLine(output, where));
			MeterRegistry registry = service.context().getBean(MeterRegistry.class);
			for (String name : List.of("mail", "pool", "single", "simple", "Report.write")) {
				await().untilAsserted(() -> assertThat(failures(registry, name)).as(name).isEqualTo(1));
			}
			assertThat(failures(registry, "Report.count")).isZero();
			assertThat(registry.get("executor.queued").tag("name", "pool").gauge().value()).isZero();
			assertThat(service.get("/actuator/prometheus").body())
				.contains("mainstay_background_failures_total{name=\"pool\",type=\"executor\"} 1.0");
		}
	}

	private static double failures(MeterRegistry registry, String name) {
		return registry.get("mainstay.background.failures").tag("name", name).functionCounter().count();
	}

	private static void assertOneLine(CapturedOutput output, String where) {
		await().untilAsserted(() -> assertThat(lines(output, where)).as(where).hasSize(1));
		JsonNode line = lines(output, where).get(0);
		assertThat(line.path("request_id").asString()).as(where).isEqualTo("r-1");
		assertThat(line.path("trace_id").asString()).as(where).isEqualTo(TRACE_ID);
	}

	private static List<JsonNode> lines(CapturedOutput output, String where) {
		return output.getOut()
			.lines()
			.filter((line) -> line.startsWith("{"))
			.map(LogSchema::parse)
			.filter((line) -> line.path("stack_trace").asString("").contains("failed on " + where))
			.toList();
	}

}
