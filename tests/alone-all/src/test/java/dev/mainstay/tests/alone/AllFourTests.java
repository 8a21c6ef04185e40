package dev.mainstay.tests.alone;

import java.util.List;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatLogLine;
import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

class AllFourTests {

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
	void everyFeatureOfTheSliceIsOn() {
		assertThat(http.get("/actuator/mainstay").body())
			.contains("\"problem\"", "\"logging\"", "\"idempotency\"", "\"retry\"", "\"security-headers\"",
					"\"management-guard\"")
			.doesNotContain("\"off\"", "\"not-applicable\"", "\"backed-off\"");
	}

	@Test
	void theStartBlockIsOneEvent() {
		List<String> blocks = application.lines()
			.stream()
			.filter((line) -> line.contains("Mainstay is in mode"))
			.toList();
		assertThat(blocks).singleElement().satisfies((line) -> assertThatLogLine(line).hasCoreFields());
	}

	@Test
	void whatWouldBeRejectedPassesIsCountedAndNamed() {
		assertThat(http.post("/orders", "{\"customer\":\"\",\"items\":[]}").statusCode()).isEqualTo(201);
		assertThat(http.get("/actuator/mainstay").body()).contains("\"validation.missing-valid\"", "\"hits\":1");
	}

	@Test
	void aFailureCarriesTheIdsThatTheLogHas() {
		assertThatProblem(http.get("/failing", "X-Request-Id", "failing-2").body()).hasCode("internal-error")
			.hasRequestId();
		assertThat(application.lines()).allSatisfy((line) -> assertThatLogLine(line).doesNotLeak("hunter" + 2));
	}

}
