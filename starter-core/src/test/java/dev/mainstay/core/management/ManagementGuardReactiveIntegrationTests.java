package dev.mainstay.core.management;

import java.util.ArrayList;
import java.util.List;

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
	List<String> defaultArguments() {
		List<String> arguments = new ArrayList<>(super.defaultArguments());
		arguments.add(NETTY);
		return arguments;
	}

	@Test
	void followsTheBasePathOfTheApplication() {
		int port = run("--spring.webflux.base-path=/shop");
		assertThat(RawHttp.get(port, "/shop/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/shop/actuator/prometheus").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/shop/actuator/health", ELSEWHERE).status()).isEqualTo(200);
	}

}
