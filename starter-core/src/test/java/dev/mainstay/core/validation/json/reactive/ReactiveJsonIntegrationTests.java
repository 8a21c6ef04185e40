package dev.mainstay.core.validation.json.reactive;

import dev.mainstay.core.validation.json.AbstractJsonIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ReactiveJsonIntegrationTests extends AbstractJsonIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
