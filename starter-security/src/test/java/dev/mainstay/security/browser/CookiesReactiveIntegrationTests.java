package dev.mainstay.security.browser;

import org.springframework.boot.WebApplicationType;

class CookiesReactiveIntegrationTests extends AbstractCookiesIntegrationTests {

	CookiesReactiveIntegrationTests() {
		super(WebApplicationType.REACTIVE);
	}

}
