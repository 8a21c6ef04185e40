package dev.mainstay.tests.contract;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyContractTests implements BodyScenarios, ErrorScenarios, PageScenarios, EdgeScenarios, ReactiveScenarios {

	private static final Map<Integer, String> CODES = Map.of(404, "not-found", 431, "header-fields-too-large");

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
	public Map<String, Integer> ofTheServer() {
		return Map.ofEntries(Map.entry("star", 404), Map.entry("target", 400), Map.entry("name-of-header", 400),
				Map.entry("two-hosts", 200), Map.entry("no-host", 200), Map.entry("two-lengths", 400),
				Map.entry("coding", 400), Map.entry("version", 0), Map.entry("garbage", 400), Map.entry("slash", 404),
				Map.entry("dots", 404), Map.entry("backslash", 400), Map.entry("headers", 200),
				Map.entry("header", 431));
	}

	/** What Netty refuses is filled; what it lets through is answered by others. */
	@Override
	public void answersAsItDoes(WireAnswer answer) {
		if (answer.status() >= 400) {
			Scenarios.problem(answer, answer.status(), CODES.getOrDefault(answer.status(), "malformed-request"));
		}
	}

}
