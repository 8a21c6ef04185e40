package dev.mainstay.core.validation.reactive;

import dev.mainstay.core.validation.AbstractNestedValidIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ReactiveNestedValidIntegrationTests extends AbstractNestedValidIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
