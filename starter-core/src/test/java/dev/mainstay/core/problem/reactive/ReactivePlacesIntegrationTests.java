package dev.mainstay.core.problem.reactive;

import dev.mainstay.core.problem.AbstractPlacesIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ReactivePlacesIntegrationTests extends AbstractPlacesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
