package dev.mainstay.security.browser;

import org.springframework.boot.WebApplicationType;

class CookiesServletIntegrationTests extends AbstractCookiesIntegrationTests {

	CookiesServletIntegrationTests() {
		super(WebApplicationType.SERVLET);
	}

}
