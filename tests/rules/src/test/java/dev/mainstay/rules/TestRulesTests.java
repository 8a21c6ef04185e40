package dev.mainstay.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestRulesTests {

	@Test
	void testsWaitWithALimit() throws ClassNotFoundException {
		assertThat(Violations.of(TestRules.testsWaitWithALimit, Class.forName("dev.mainstay.bad.Waits")))
			.satisfiesExactlyInAnyOrder((violation) -> assertThat(violation).contains("Waits.forCompletion()>"),
					(violation) -> assertThat(violation).contains("Waits.forAnError()>"),
					(violation) -> assertThat(violation).contains("Waits.forTheEnd()>"));
	}

}
