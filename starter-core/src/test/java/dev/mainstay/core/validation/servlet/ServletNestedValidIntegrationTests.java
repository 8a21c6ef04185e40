package dev.mainstay.core.validation.servlet;

import dev.mainstay.core.validation.AbstractNestedValidIntegrationTests;

import org.springframework.boot.WebApplicationType;

class ServletNestedValidIntegrationTests extends AbstractNestedValidIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
