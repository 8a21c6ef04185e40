package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an application sets, and in whichever way, wins over Mainstay's defaults.
 */
class OwnPropertiesTests {

	@Test
	void propertiesFromCodeWinOverDefaults() {
		try (ApplicationProcess application = ApplicationProcess.start(ConfiguredApplication.class, "")) {
			Http http = application.http();
			assertValue(http, "management.endpoints.web.exposure.include", "health,env");
			assertValue(http, "management.tracing.sampling.probability", "1.0");
			assertValue(http, "logging.structured.format.console", "logstash");
			assertValue(http, "spring.task.execution.propagate-context", "false");
			assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(404);
			assertThat(http.get("/orders/1").headers().firstValue("traceresponse")).get().asString().endsWith("-01");
			assertThat(application.startBlock()).contains("logging (").contains("logstash");
			assertThat(application.lines()).allMatch((line) -> line.contains("\"@version\":\"1\""));
		}
	}

	/** Asked with the address of another machine: what it exposes itself is open. */
	private static void assertValue(Http http, String property, String value) {
		assertThat(http.get("/actuator/env/" + property, "X-Forwarded-For", "203.0.113.7").body())
			.contains("\"property\":{\"source\":", "\"value\":\"" + value + "\"}");
	}

}
