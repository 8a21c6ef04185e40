package dev.mainstay.core.problem.servlet;

import dev.mainstay.core.problem.AbstractProblemIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ServletProblemIntegrationTests extends AbstractProblemIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
