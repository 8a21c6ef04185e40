package dev.mainstay.core.problem.reactive;

import dev.mainstay.core.problem.AbstractFormNamesIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ReactiveFormNamesIntegrationTests extends AbstractFormNamesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
