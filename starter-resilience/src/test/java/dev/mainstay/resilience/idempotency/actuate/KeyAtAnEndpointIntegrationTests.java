package dev.mainstay.resilience.idempotency.actuate;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Management endpoints take no key, whatever the application says of its routes.
 */
@Timeout(120)
class KeyAtAnEndpointIntegrationTests {

	private static final String ENDPOINT = "/actuator/switches";

	private final String key = KeyedClient.freshKey();

	private static ConfigurableApplicationContext run(WebApplicationType type, Map<String, Object> properties) {
		Map<String, Object> all = new HashMap<>(properties);
		all.put("management.endpoints.web.exposure.include", "switches");
		all.put("mainstay.idempotency.routes[/**]", "required");
		if (type == WebApplicationType.REACTIVE) {
			// Both servers are on the class path, and each has a management context.
			all.put("spring.autoconfigure.exclude", "org.springframework.boot.tomcat.autoconfigure.actuate.web.server."
					+ "TomcatReactiveManagementContextAutoConfiguration");
		}
		return KeyedApplication.run(type, all, Switches.class, Lookalike.class);
	}

	private Answer write(KeyedClient client, String path, boolean keyed) {
		HttpRequest.Builder request = client.to(path)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{}"));
		return client.send(keyed ? request.header(IdempotencyHeaders.KEY, this.key) : request);
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void isIgnoredOnThePortOfTheApplication(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type, Map.of())) {
			KeyedClient client = new KeyedClient(KeyedApplication.port(context));
			Switches switches = context.getBean(Switches.class);
			assertThat(write(client, ENDPOINT, true).keyStatus()).isEqualTo("ignored");
			assertThat(write(client, ENDPOINT, true).text()).isEqualTo("2");
			assertThat(write(client, ENDPOINT, false).text()).isEqualTo("3");
			assertThat(switches.writes).isEqualTo(3);
			assertThat(write(client, "/actuator/switchesofours", true).keyStatus()).isEqualTo("created");
			assertThat(write(client, "/actuator/switchesofours", false).status()).isEqualTo(400);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void isIgnoredOnAPortOfTheirOwn(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type, Map.of("management.server.port", "0"))) {
			KeyedClient management = new KeyedClient(
					Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port")));
			assertThat(write(management, ENDPOINT, true).text()).isEqualTo("1");
			Answer second = write(management, ENDPOINT, true);
			assertThat(second.text()).isEqualTo("2");
			assertThat(second.keyStatus()).as("no filter of the application is on Tomcat's second port")
				.isEqualTo((type == WebApplicationType.REACTIVE) ? "ignored" : null);
			assertThat(write(management, ENDPOINT, false).text()).isEqualTo("3");
			assertThat(context.getBean(Idempotency.class).openClaims().count()).isZero();
			KeyedClient client = new KeyedClient(KeyedApplication.port(context));
			assertThat(write(client, ENDPOINT, true).keyStatus()).as("no endpoint is there").isEqualTo("created");
		}
	}

	@Endpoint(id = "switches")
	static class Switches {

		private int writes;

		@WriteOperation
		synchronized int write() {
			this.writes++;
			return this.writes;
		}

	}

	/**
	 * A handler of the application beside the endpoints.
	 */
	@RestController
	static class Lookalike {

		@PostMapping("/actuator/switchesofours")
		String write() {
			return "ours";
		}

	}

}
