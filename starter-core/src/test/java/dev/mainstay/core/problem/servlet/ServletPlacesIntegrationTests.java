package dev.mainstay.core.problem.servlet;

import dev.mainstay.core.problem.AbstractPlacesIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ServletPlacesIntegrationTests extends AbstractPlacesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
