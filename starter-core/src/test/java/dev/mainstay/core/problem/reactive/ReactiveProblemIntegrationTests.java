package dev.mainstay.core.problem.reactive;

import dev.mainstay.core.problem.AbstractProblemIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ReactiveProblemIntegrationTests extends AbstractProblemIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
