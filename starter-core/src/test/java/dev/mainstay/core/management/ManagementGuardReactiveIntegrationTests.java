package dev.mainstay.core.management;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementGuardReactiveIntegrationTests extends AbstractManagementGuardIntegrationTests {

	/** Tomcat is on the class path of the tests as well, and would be preferred. */
	private static final String NETTY = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration,"
			+ "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

	ManagementGuardReactiveIntegrationTests() {
		super(WebApplicationType.REACTIVE);
	}

	@Override
	int run(String... arguments) {
		String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
		all[arguments.length] = NETTY;
		return super.run(all);
	}

	@Test
	void followsTheBasePathOfTheApplication() {
		int port = run("--spring.webflux.base-path=/shop");
		assertThat(RawHttp.get(port, "/shop/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/shop/actuator/prometheus").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/shop/actuator/health", ELSEWHERE).status()).isEqualTo(200);
	}

}
