package dev.mainstay.observability.slo.actuate;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.ReactiveApplication;
import dev.mainstay.observability.RunningService;
import dev.mainstay.observability.ServletApplication;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class SloEndpointIntegrationTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void showsTheObjectivesAndSuggestsOne(WebApplicationType type) throws Exception {
		try (RunningService service = start(type)) {
			assertThat(service.get("/orders/7").statusCode()).isEqualTo(200);
			assertThat(service.get("/broken").statusCode()).isEqualTo(500);
			Await.until(() -> assertThat(body(service, "/actuator/slo")).contains("\"service\":\"orders\"",
					"\"name\":\"availability\"", "\"target\":0.995", "\"window\":\"30d\"", "\"assumed\":true",
					"\"good\":1", "\"bad\":1", "\"ratio\":0.5", "\"budgetLeft\":-99.0",
					"\"burnRates\":{\"5m\":100.0,\"30m\":100.0,\"1h\":100.0,", "\"30d\":100.0}", "\"alerts\":[]"));
			assertThat(body(service, "/actuator/slo?suggest=")).startsWith("mainstay.slo.objectives.get-")
				.contains("routes: \"GET /", "availability: ", "latency: ", "latency-target: 99%")
				.hasLineCount(5);
			assertThat(body(service, "/actuator/health")).contains(
					"\"slo\":{\"details\":{\"availability\":{\"budgetLeft\":-99.0,\"alerts\":[]}},\"status\":\"UP\"}");
			assertThat(service.feature("slo").state()).isEqualTo(FeatureState.ON);
			assertThat(service.feature("slo-endpoint").state()).isEqualTo(FeatureState.ON);
		}
	}

	private static RunningService start(WebApplicationType type) {
		Class<?> application = (type == WebApplicationType.SERVLET) ? ServletApplication.class
				: ReactiveApplication.class;
		return RunningService.start(type, application, "management.endpoint.health.show-details=always");
	}

	private static String body(RunningService service, String path) {
		try {
			return service.get(path).body();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
