package dev.mainstay.security.management;

import org.springframework.boot.WebApplicationType;

class ManagementAccessReactiveIntegrationTests extends AbstractManagementAccessIntegrationTests {

	/** Tomcat is on the class path of the tests as well, and would be preferred. */
	private static final String TOMCAT = "org.springframework.boot.tomcat.autoconfigure."
			+ "reactive.TomcatReactiveWebServerAutoConfiguration,org.springframework.boot.tomcat.autoconfigure."
			+ "actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

	ManagementAccessReactiveIntegrationTests() {
		super(SecuredReactiveApplication.class, WebApplicationType.REACTIVE, TOMCAT);
	}

}
