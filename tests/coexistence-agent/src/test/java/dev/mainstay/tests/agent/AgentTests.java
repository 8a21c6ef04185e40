package dev.mainstay.tests.agent;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Additions;
import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.Launch;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with Mainstay to which operations attach the agent of OpenTelemetry, as
 * to all of theirs: the agent traces, and both tell of the same trace.
 */
class AgentTests {

	/** The agent writes its spans where they can be read. */
	private static final Launch WITH_AGENT = Launch.of(OrdinaryApplication.class)
		.withOption("-javaagent:" + Path.of("target", "agent", "opentelemetry-javaagent.jar"))
		.withOption("-Dotel.traces.exporter=logging")
		.withOption("-Dotel.metrics.exporter=none")
		.withOption("-Dotel.logs.exporter=none");

	private static final String CALLERS_TRACE = "0af7651916cd43dd" + "8448eb211c80319c";

	private static ApplicationProcess application;

	@BeforeAll
	static void start() {
		application = ApplicationProcess.start(WITH_AGENT);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void answersAreWhatTheyWereWithoutAgentAndMainstay() {
		List<Answer> before;
		try (WorldApplication bare = World.bare().start(OrdinaryApplication.class)) {
			before = answers(bare.http());
		}
		List<Answer> after = answers(application.http());
		for (int i = 0; i < before.size(); i++) {
			assertThat(Additions.REPORT.takenFrom(after.get(i), before.get(i))).isEqualTo(before.get(i));
		}
	}

	private static List<Answer> answers(Http http) {
		return Stream
			.of(http.get("/orders/1"), http.get("/page", "Accept", "text/html"),
					http.post("/orders", "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}"))
			.map(Answer::of)
			.toList();
	}

	@Test
	void aRequestHasOneTraceIdWhoeverTellsOfIt() {
		for (String path : List.of("/orders/1", "/failing")) {
			HttpResponse<String> answer = application.http().get(path);
			String trace = traceOf(answer);
			assertThat(logged(answer)).contains("\"trace_id\":\"" + trace + "\"")
				.contains("\"context\":{\"trace_id\":\"" + trace + "\"");
			assertThat(spans(trace)).singleElement().asString().contains(" SERVER ");
		}
	}

	@Test
	void aFailureIsToldOfUnderTheSameTrace() {
		HttpResponse<String> answer = application.http().get("/failing");
		assertThat(answer.body()).contains("\"traceId\":\"" + traceOf(answer) + "\"");
		assertThat(application.linesWith("mainstay.failure", 1)).anyMatch((line) -> line.contains(traceOf(answer)));
	}

	@Test
	void theTraceOfACallerGoesOn() {
		HttpResponse<String> answer = application.http()
			.get("/orders/2", "traceparent", "00-" + CALLERS_TRACE + "-b7ad6b7169203331-01");
		assertThat(traceOf(answer)).isEqualTo(CALLERS_TRACE);
		assertThat(logged(answer)).contains("\"trace_id\":\"" + CALLERS_TRACE + "\"");
		assertThat(spans(CALLERS_TRACE)).hasSize(1);
	}

	@Test
	void everyLineOfTheApplicationIsJsonAndTheStartBlockIsThere() {
		assertThat(application.startBlock()).contains("tracing").contains("logging");
		assertThat(application.lines()).filteredOn((line) -> !line.startsWith("[otel.javaagent "))
			.allMatch((line) -> line.startsWith("{") || line.startsWith("OpenJDK 64-Bit Server VM warning"));
	}

	private static String traceOf(HttpResponse<String> answer) {
		return answer.headers().firstValue("traceresponse").orElseThrow().split("-")[1];
	}

	private static String logged(HttpResponse<String> answer) {
		String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
		String access = "\"request_id\":\"" + id + "\",\"context\":";
		return application.linesWith(access, 1).get(0);
	}

	/** Written when they end; the next request ends later than any span of this one. */
	private static List<String> spans(String trace) {
		String next = traceOf(application.http().get("/orders/3"));
		application.linesWith(" : " + next + " ", 1);
		return application.linesWith(" : " + trace + " ", 1);
	}

}
