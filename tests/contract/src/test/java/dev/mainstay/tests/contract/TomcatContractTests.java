package dev.mainstay.tests.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

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

}
