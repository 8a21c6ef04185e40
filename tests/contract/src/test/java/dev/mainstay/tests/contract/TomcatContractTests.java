package dev.mainstay.tests.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TomcatContractTests implements BodyScenarios, ErrorScenarios, PageScenarios, EdgeScenarios, ServletScenarios {

	private RunningService service;

	@BeforeAll
	void start() {
		this.service = RunningService.start(TomcatService.class, "servlet");
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@Override
	public Wire wire() {
		return this.service.wire();
	}

	/** Jetty lets that through. */
	@Test
	void aLargeHeadOfAPartIsRefused() {
		WireAnswer answer = wire().post("/upload", "multipart/form-data; boundary=b",
				ServletScenarios.file("x", "X-Long: " + "a".repeat(600) + "\r\n"));
		assertThat(answer.status()).as(answer.toString()).isIn(400, 413);
		Scenarios.problem(answer, answer.status(), answer.json().path("code").asString());
	}

}
