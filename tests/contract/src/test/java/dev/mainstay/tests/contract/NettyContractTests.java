package dev.mainstay.tests.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyContractTests implements BodyScenarios, ErrorScenarios, PageScenarios, EdgeScenarios, ReactiveScenarios {

	private RunningService service;

	@BeforeAll
	void start() {
		this.service = RunningService.start(ReactiveService.class, "reactive");
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@Override
	public Wire wire() {
		return this.service.wire();
	}

	@Override
	public String expected(String name, String standard) {
		return standard;
	}

}
