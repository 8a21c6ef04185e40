package dev.mainstay.tests.alone;

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

	/**
	 * Nothing is exported where nobody says where to, there is no deadline where nobody
	 * is trusted with one, and no secret to read again where none comes from a file.
	 */
	@Test
	void everyFeatureOfTheSliceIsOn() {
		assertThat(http.get("/actuator/mainstay")
			.body()
			.replaceAll("\"(export|deadline|secrets)\",\"state\":\"not-applicable\"", ""))
			.contains("\"problem\"", "\"logging\"", "\"idempotency\"", "\"retry\"", "\"security-headers\"",
					"\"management-guard\"")
			.doesNotContain("\"state\":\"off\"", "\"not-applicable\"", "\"backed-off\"");
	}

	@Test
	void theStartBlockIsOneEvent() {
		assertThat(application.linesWith("Mainstay is in mode", 1)).singleElement()
			.satisfies((line) -> assertThatLogLine(line).hasCoreFields());
	}

	@Test
	void whatWouldBeRejectedPassesIsCountedAndNamed() {
		assertThat(http.post("/orders", "{\"customer\":\"\",\"items\":[]}").statusCode()).isEqualTo(201);
		assertThat(http.get("/actuator/mainstay").body()).containsPattern(
				"\"name\":\"validation.missing-valid\",\"rung\":\"report\",\"property\":\"[^\"]+\",\"hits\":1[,}]");
		assertThat(http.get("/actuator/prometheus").body()).containsPattern(
				"mainstay_rules_hits_total\\{[^}]*rule=\"validation.missing-valid\",rung=\"report\"[^}]*} 1\\.0");
	}

	@Test
	void aFailureCarriesTheIdsThatTheLogHas() {
		assertThatProblem(http.get("/failing", "X-Request-Id", "failing-2").body()).hasCode("internal-error")
			.hasRequestId();
		assertThat(application.linesWith("failing-2", 2)).filteredOn((line) -> line.contains("\"ERROR\""))
			.singleElement()
			.satisfies((line) -> assertThatLogLine(line).hasRequestId("failing-2"));
		assertThat(application.lines()).allSatisfy((line) -> assertThatLogLine(line).doesNotLeak("hunter" + 2));
	}

}
