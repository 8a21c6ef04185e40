package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints that the application exposes itself are open to whom they were.
 */
class OwnActuatorTests {

	private static final String[] PROXIED = { "X-Forwarded-For", "203.0.113.7" };

	@Test
	void anEndpointWithOurIdIsTheApplications() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithOwnEndpoint.class,
				List.of("--management.endpoints.web.exposure.include=health,mainstay"),
				(http) -> Stream.of(http.get("/actuator/mainstay"), http.get("/actuator/mainstay", PROXIED),
						http.get("/actuator"), http.get("/actuator/health")));
		assertThat(answers.after()).isEqualTo(answers.before());
		assertThat(answers.after().get(1).body()).isEqualTo("{\"mine\":\"yes\"}");
		assertThat(answers.features().get("mainstay-endpoint")).startsWith("backed-off").contains("endpoint");
		assertThat(answers.features().get("management-guard")).startsWith("backed-off");
	}

	@Test
	void whatIsExposedByItselfOnAPortOfItsOwnIsOpenAsItWas() {
		String[] arguments = { "--management.endpoints.web.exposure.include=*", "--management.server.port=0",
				"--management.endpoint.env.show-values=always", "--mainstay.mode=enforce" };
		List<String> bare = exposed(World.bare(), arguments);
		assertThat(exposed(World.hardened(), arguments)).containsAll(bare).contains("/actuator/mainstay");
	}

	private static List<String> exposed(World world, String... arguments) {
		try (WorldApplication application = world.start(ReactiveApplication.class, arguments)) {
			assertThat(application.http().get("/actuator/health").statusCode()).isEqualTo(404);
			assertThat(application.http().get("/orders/1").body()).isEqualTo("{\"id\":1}");
			Http management = application.management();
			return Stream
				.of("/actuator", "/actuator/health", "/actuator/env", "/actuator/beans", "/actuator/metrics",
						"/actuator/loggers", "/actuator/mainstay", "/actuator/prometheus")
				.filter((path) -> management.get(path, PROXIED).statusCode() == 200)
				.toList();
		}
	}

	/** There is no registry for it without Mainstay, but the application asks for it. */
	@Test
	void aScrapeEndpointThatTheApplicationExposesIsOpen() {
		try (WorldApplication application = World.hardened()
			.start(ReactiveApplication.class, "--management.endpoints.web.exposure.include=health,prometheus")) {
			assertThat(application.http().get("/actuator/prometheus", PROXIED).statusCode()).isEqualTo(200);
			assertThat(application.http().get("/actuator/mainstay").statusCode()).isEqualTo(404);
			assertThat(application.features().get("management-guard")).startsWith("backed-off")
				.contains("leaves out mainstay");
		}
	}

	@Test
	void whatOnlyMainstayExposesIsGuardedOnAPortOfItsOwn() {
		try (WorldApplication application = World.hardened()
			.start(ReactiveApplication.class, "--management.server.port=0")) {
			Http management = application.management();
			for (String path : List.of("/actuator/mainstay", "/actuator/prometheus")) {
				assertThat(management.get(path).statusCode()).isEqualTo(200);
				HttpResponse<String> refused = management.get(path, PROXIED);
				assertThat(refused.statusCode()).isEqualTo(401);
				assertThat(Answer.of(refused).headers()).containsEntry("content-type", "application/problem+json");
			}
			assertThat(management.get("/actuator/health", PROXIED).statusCode()).isEqualTo(200);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, OwnEndpoint.class })
	static class WithOwnEndpoint {

	}

	@Endpoint(id = "mainstay")
	static class OwnEndpoint {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("mine", "yes");
		}

	}

}
