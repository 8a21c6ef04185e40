package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.harness.management.AbstractManagementTricksTests;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * On Tomcat, without Spring Security.
 */
class ManagementTricksTests extends AbstractManagementTricksTests {

	@Override
	protected WorldApplication start(String... arguments) {
		return World.hardened().start(Application.class, arguments);
	}

	@Override
	protected String contextPath() {
		return "server.servlet.context-path";
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
