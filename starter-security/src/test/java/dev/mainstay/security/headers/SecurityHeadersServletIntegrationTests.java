package dev.mainstay.security.headers;

import org.springframework.boot.WebApplicationType;

class SecurityHeadersServletIntegrationTests extends AbstractSecurityHeadersIntegrationTests {

	SecurityHeadersServletIntegrationTests() {
		super(WebApplicationType.SERVLET);
	}

}
