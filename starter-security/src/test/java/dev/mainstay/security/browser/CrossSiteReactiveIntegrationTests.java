package dev.mainstay.security.browser;

import org.springframework.boot.WebApplicationType;

class CrossSiteReactiveIntegrationTests extends AbstractCrossSiteIntegrationTests {

	CrossSiteReactiveIntegrationTests() {
		super(WebApplicationType.REACTIVE);
	}

}
