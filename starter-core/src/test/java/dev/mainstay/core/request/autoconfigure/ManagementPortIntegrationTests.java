package dev.mainstay.core.request.autoconfigure;

import java.io.IOException;

import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.RawClient;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the lifecycle does on a separate management port.
 */
@ExtendWith(OutputCaptureExtension.class)
class ManagementPortIntegrationTests {

	@Test
	void aFailureIsReportedOnceWithTheIdOfItsRequest(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = run()) {
			String answer = RawClient.send(port(context),
					RawClient.get("/actuator/broken", "X-Request-Id: id-of-broken"));
			assertThat(answer).startsWith("HTTP/1.1 500").contains("id-of-broken");
			assertThat(context.getBean(Ledger.class).only()).satisfies((request) -> {
				assertThat(request.origin()).isEqualTo(RequestOrigin.MANAGEMENT);
				assertThat(request.outcome()).isEqualTo(RequestOutcome.FAILED);
			});
		}
		Awaitility.await().until(() -> output.toString().contains("cause in endpoint"));
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in endpoint"))).hasSize(1);
		assertThat(output).contains("mainstay.failure Failed GET /actuator/broken");
	}

	@Test
	void startsWithoutTheLifecycle() throws IOException {
		String exclude = "--spring.autoconfigure.exclude=" + RequestAutoConfiguration.class.getName();
		try (ConfigurableApplicationContext context = run(exclude)) {
			assertThat(RawClient.send(port(context), RawClient.get("/actuator/health"))).startsWith("HTTP/1.1 200");
		}
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "management.server.port=0", "management.endpoints.web.exposure.include=*",
					"logging.pattern.console=%level [%X{requestId}] %logger %msg%n%ex{short}",
					"server.shutdown=immediate")
			.run(arguments);
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Ledger ledger() {
			return new Ledger();
		}

		@Bean
		Broken broken() {
			return new Broken();
		}

	}

	@Endpoint(id = "broken")
	static class Broken {

		@ReadOperation
		String read() {
			throw new IllegalStateException("cause in endpoint");
		}

	}

}
