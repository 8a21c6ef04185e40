package dev.mainstay.core.problem.servlet;

import dev.mainstay.core.problem.AbstractOwnFailuresIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ServletOwnFailuresIntegrationTests extends AbstractOwnFailuresIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
