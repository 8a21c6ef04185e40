package dev.mainstay.core.problem.reactive;

import java.io.IOException;
import java.util.Arrays;

import dev.mainstay.core.problem.AbstractManagementPortIntegrationTests;
import dev.mainstay.core.problem.Service;
import dev.mainstay.core.request.RawClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract on a separate management port with WebFlux on Netty.
 */
class ReactiveManagementPortIntegrationTests extends AbstractManagementPortIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	/** With two servers on the class path, Spring Boot makes a context of each. */
	@Override
	protected Service run(Class<?>[] parts, String... properties) {
		String[] all = Arrays.copyOf(properties, properties.length + 1);
		all[properties.length] = "spring.autoconfigure.exclude="
				+ TomcatReactiveManagementContextAutoConfiguration.class.getName();
		return super.run(parts, all);
	}

	@Test
	void aHeaderThatIsTooLargeIsAProblem() throws IOException {
		try (Service service = run()) {
			String answer = RawClient.send(port(service),
					"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(9 * 1024) + "\r\n\r\n");
			assertThat(answer).startsWith("HTTP/1.1 431 ").containsIgnoringCase("application/problem+json");
		}
	}

}
