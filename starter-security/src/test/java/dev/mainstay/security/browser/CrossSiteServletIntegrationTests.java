package dev.mainstay.security.browser;

import org.springframework.boot.WebApplicationType;

class CrossSiteServletIntegrationTests extends AbstractCrossSiteIntegrationTests {

	CrossSiteServletIntegrationTests() {
		super(WebApplicationType.SERVLET);
	}

}
