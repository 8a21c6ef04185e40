package dev.mainstay.observability.logging.level;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.mainstay.observability.ReactiveApplication;
import dev.mainstay.observability.RunningService;
import dev.mainstay.observability.ServletApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Spring Boot's endpoint over HTTP.
 */
@ExtendWith(OutputCaptureExtension.class)
class TimedLoggersIntegrationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=loggers";

	private static final String PATH = "/actuator/loggers/levels.http";

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void aLevelEndsByItselfAndIsAudited(WebApplicationType type, CapturedOutput output) throws Exception {
		Class<?> application = (type == WebApplicationType.REACTIVE) ? ReactiveApplication.class
				: ServletApplication.class;
		try (RunningService service = RunningService.start(type, application, EXPOSED)) {
			assertThat(post(service, "{\"configuredLevel\":\"TRACE\",\"ttl\":\"1s\"}")).isEqualTo(204);
			assertThat(service.get(PATH).body()).contains("\"configuredLevel\":\"TRACE\"");
			await().untilAsserted(
					() -> assertThat(service.get(PATH).body()).doesNotContain("\"configuredLevel\":\"TRACE\""));
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("\"mainstay.audit\""))).hasSize(2)
			.anyMatch((line) -> line
				.contains("Log level of levels.http changes from inherited to TRACE for 1 s, asked for by anonymous"))
			.anyMatch((line) -> line.contains("changes back from one that was set for a while to inherited"));
	}

	@Test
	void aLevelStaysWithoutATimeToLive(CapturedOutput output) throws Exception {
		try (RunningService service = start(EXPOSED)) {
			assertThat(post(service, "{\"configuredLevel\":\"WARN\"}")).isEqualTo(204);
			assertThat(service.get(PATH).body()).contains("\"configuredLevel\":\"WARN\"");
			assertThat(post(service, "{}")).isEqualTo(204);
			assertThat(service.get(PATH).body()).doesNotContain("\"configuredLevel\":\"WARN\"");
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("\"mainstay.audit\""))).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2h", "0s", "-1s", "soon" })
	void aTimeToLiveThatMakesNoSenseChangesNothing(String ttl) throws Exception {
		try (RunningService service = start(EXPOSED, "mainstay.logging.level-ttl.max=1h")) {
			assertThat(post(service, "{\"configuredLevel\":\"TRACE\",\"ttl\":\"" + ttl + "\"}")).isEqualTo(400);
			assertThat(service.get(PATH).body()).doesNotContain("\"configuredLevel\":\"TRACE\"");
		}
	}

	@Test
	void theEndpointIsThatOfSpringBootIfSwitchedOff() throws Exception {
		try (RunningService service = start(EXPOSED, "mainstay.logging.level-ttl.enabled=false")) {
			assertThat(service.context().getBeansOfType(TimedLoggersExtension.class)).isEmpty();
			assertThat(post(service, "{\"configuredLevel\":\"WARN\"}")).isEqualTo(204);
			assertThat(post(service, "{}")).isEqualTo(204);
		}
	}

	@Test
	void nothingIsThereForAnEndpointThatIsNotExposed() throws Exception {
		try (RunningService service = start("management.endpoints.web.exposure.include=health")) {
			assertThat(service.context().getBeansOfType(TimedLevels.class)).isEmpty();
			assertThat(post(service, "{\"configuredLevel\":\"WARN\"}")).isEqualTo(404);
		}
	}

	@Test
	void anExtensionOfTheApplicationWins() throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET, Extending.class, EXPOSED)) {
			assertThat(service.context().getBeansOfType(TimedLoggersExtension.class)).isEmpty();
			assertThat(service.get("/actuator/loggers").body()).isEqualTo("own");
		}
	}

	private static RunningService start(String... properties) {
		return RunningService.start(WebApplicationType.SERVLET, ServletApplication.class, properties);
	}

	private static int post(RunningService service, String body) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(service.uri(PATH))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ServletApplication.class)
	static class Extending {

		@Bean
		OwnExtension ownExtension() {
			return new OwnExtension();
		}

	}

	@EndpointWebExtension(endpoint = LoggersEndpoint.class)
	static class OwnExtension {

		@ReadOperation
		String own() {
			return "own";
		}

	}

}
