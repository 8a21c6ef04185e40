package dev.mainstay.tests.contract;

import org.junit.jupiter.api.Test;

/**
 * What only Spring WebFlux has.
 */
interface ReactiveScenarios extends Scenarios {

	@Test
	default void aFunctionalHandlerFailsAsAnyOther() {
		Scenarios.problem(wire().get("/functional"), 500, "internal-error");
	}

	@Test
	default void anAnswerThatComesTooLateHasExceededItsTime() {
		Scenarios.problem(wire().get("/late"), 504, "deadline-exceeded");
	}

}
