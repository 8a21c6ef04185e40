package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.RefusedStart;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.harness.management.AbstractManagementTricksTests;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

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

	/** The guard leaves to the application what that exposes; the sheet does not. */
	@Test
	void whatTheApplicationOpensToEverybodyRefusesAStartInProduction() {
		assertThat(RefusedStart.of(() -> start("--spring.profiles.active=prod",
				"--mainstay.hardening.enforce=management", "--management.endpoints.web.exposure.include=*")))
			.contains("ACT-01 (blocker)", "/actuator/env answers anybody");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
