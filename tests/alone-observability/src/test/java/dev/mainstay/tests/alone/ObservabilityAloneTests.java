package dev.mainstay.tests.alone;

import java.util.List;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatLogLine;
import static org.assertj.core.api.Assertions.assertThat;

class ObservabilityAloneTests {

	private static ApplicationProcess application;

	private static Http http;

	@BeforeAll
	static void start() {
		application = ApplicationProcess.start(OrdinaryApplication.class, "");
		http = application.http();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void everyLineIsJsonAndTheOnesOfARequestCarryItsId() {
		http.post("/orders", "{\"customer\":\"c\",\"items\":[]}", "X-Request-Id", "order-1");
		List<String> lines = application.linesWith("order-1", 3);
		assertThat(lines).anyMatch((line) -> line.contains("Created order"))
			.allSatisfy((line) -> assertThatLogLine(line).hasCoreFields().hasRequestId("order-1"));
		assertThat(lines).filteredOn((line) -> line.contains("mainstay.access")).hasSize(1);
		assertThat(application.lines()).allSatisfy((line) -> assertThatLogLine(line).hasCoreFields());
	}

	@Test
	void aFailureIsOneMaskedEventWithTheIds() {
		http.get("/failing", "X-Request-Id", "failing-1");
		application.linesWith("failing-1", 2);
		assertThat(application.lines()).filteredOn((line) -> line.contains("cannot log in"))
			.singleElement()
			.satisfies((line) -> assertThatLogLine(line).hasRequestId("failing-1").doesNotLeak("hunter" + 2));
	}

	@Test
	void aTraceIsContinuedAndItsIdsAreInTheLog() {
		String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
		assertThat(http
			.get("/orders/1", "X-Request-Id", "traced-1", "traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
			.headers()
			.firstValue("traceresponse")
			.orElse("")).startsWith("00-" + traceId);
		assertThat(application.linesWith("traced-1", 1)).allMatch((line) -> line.contains(traceId));
	}

	@Test
	void metricsCanBeScrapedFromThisMachine() {
		http.get("/orders/1");
		assertThat(http.get("/actuator/prometheus").body()).contains("http_server_requests_seconds_count");
		assertThat(http.get("/actuator/prometheus", "Forwarded", "for=127.0.0.1").statusCode()).isEqualTo(401);
	}

}
