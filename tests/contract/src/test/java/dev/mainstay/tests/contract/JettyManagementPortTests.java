package dev.mainstay.tests.contract;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A separate management port keeps the contract on Jetty, too, but for what Jetty refuses
 * by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JettyManagementPortTests {

	private ConfigurableApplicationContext context;

	private Wire wire;

	/** With two servers on the class path, Spring Boot makes a context of each. */
	@BeforeAll
	void start() {
		this.context = new SpringApplicationBuilder(JettyService.class, Broken.class).run("--server.port=0",
				"--management.server.port=0", "--management.endpoints.web.exposure.include=*",
				"--spring.main.banner-mode=off", "--mainstay.validation.limits.body-size=64KB",
				"--spring.datasource.url=jdbc:h2:mem:jettymanagement",
				"--spring.autoconfigure.exclude=" + TomcatServletManagementContextAutoConfiguration.class.getName());
		this.wire = new Wire(
				Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.management.port")));
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void whatFailsIsAProblem() {
		Scenarios.problem(this.wire.get("/actuator/nope"), 404, "not-found");
		Scenarios.problem(this.wire.get("/actuator/broken"), 500, "internal-error");
		Scenarios.problem(this.wire.get("/actuator/health", "Accept: application/xml"), 406, "not-acceptable");
		Scenarios.problem(this.wire.json("/actuator/health", "{}"), 405, "method-not-allowed");
	}

	@Test
	void aBodyThatIsWrongIsAProblem() {
		Scenarios.problem(this.wire.json("/actuator/broken", "{\"text\":"), 400, "malformed-request");
		Scenarios.problem(this.wire.json("/actuator/broken", "{\"text\":\"a\\u0000\"}"), 400, "malformed-request");
		Scenarios.problem(this.wire.post("/actuator/broken", "text/plain", "x"), 415, "unsupported-media-type");
		Scenarios.problem(this.wire.json("/actuator/broken", "{\"text\":\"" + "a".repeat(70_000) + "\"}"), 413,
				"payload-too-large");
	}

	@Endpoint(id = "broken")
	static class Broken {

		@ReadOperation
		String read() {
			throw Canary.failure();
		}

		@WriteOperation
		Map<String, String> write(String text) {
			return Map.of("text", text);
		}

	}

}
