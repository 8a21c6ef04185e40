package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.harness.secrets.AbstractShippedSecretsTests;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * On Netty, with Spring Security as Spring Boot sets it up.
 */
class ShippedSecretsTests extends AbstractShippedSecretsTests {

	@Override
	protected WorldApplication start(String... arguments) {
		return World.hardened().start(Application.class, arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
