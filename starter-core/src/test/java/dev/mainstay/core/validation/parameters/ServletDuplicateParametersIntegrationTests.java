package dev.mainstay.core.validation.parameters;

import org.springframework.boot.WebApplicationType;

class ServletDuplicateParametersIntegrationTests extends AbstractDuplicateParametersIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
