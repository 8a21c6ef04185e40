package dev.mainstay.core.problem.reactive;

import dev.mainstay.core.problem.AbstractOwnFailuresIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ReactiveOwnFailuresIntegrationTests extends AbstractOwnFailuresIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
