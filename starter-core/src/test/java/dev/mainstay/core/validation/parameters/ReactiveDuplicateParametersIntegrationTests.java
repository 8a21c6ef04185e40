package dev.mainstay.core.validation.parameters;

import org.springframework.boot.WebApplicationType;

class ReactiveDuplicateParametersIntegrationTests extends AbstractDuplicateParametersIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
