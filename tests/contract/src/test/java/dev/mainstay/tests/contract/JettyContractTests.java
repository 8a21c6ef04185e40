package dev.mainstay.tests.contract;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JettyContractTests implements BodyScenarios, ErrorScenarios, PageScenarios, EdgeScenarios, ServletScenarios {

	private RunningService service;

	@BeforeAll
	void start() {
		this.service = RunningService.start(JettyService.class, "servlet");
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
		return Map.ofEntries(Map.entry("star", 400), Map.entry("target", 400), Map.entry("name-of-header", 400),
				Map.entry("two-hosts", 400), Map.entry("no-host", 400), Map.entry("two-lengths", 400),
				Map.entry("coding", 400), Map.entry("version", 505), Map.entry("garbage", 400), Map.entry("slash", 400),
				Map.entry("nul", 400), Map.entry("dots", 400), Map.entry("backslash", 400), Map.entry("trace", 200),
				Map.entry("headers", 200), Map.entry("header", 431));
	}

	/** Its own words or none, and none of our headers, as docs/security.md says. */
	@Override
	public void answersAsItDoes(WireAnswer answer) {
		if (answer.status() >= 400) {
			assertThat(answer.body()).as(answer.toString()).doesNotContain("requestId");
			assertThat(answer.headers()).as(answer.toString())
				.doesNotContainKeys("x-request-id", "x-content-type-options", "content-security-policy");
		}
	}

}
