package dev.mainstay.core.validation.json.servlet;

import dev.mainstay.core.validation.json.AbstractJsonIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ServletJsonIntegrationTests extends AbstractJsonIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
