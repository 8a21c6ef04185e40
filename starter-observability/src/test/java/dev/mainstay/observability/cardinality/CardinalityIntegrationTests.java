package dev.mainstay.observability.cardinality;

import java.io.IOException;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.ReactiveApplication;
import dev.mainstay.observability.RunningService;
import dev.mainstay.observability.ServletApplication;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CardinalityIntegrationTests {

	/** The requests under way take one, with a URI that is not known yet. */
	private static final String LIMIT = "management.metrics.web.server.max-uri-tags=3";

	private static final String OTHERS_THAT_FAILED = "outcome=\"SERVER_ERROR\",status=\"500\",uri=\"OTHER\"";

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void aRouteWithoutRoomIsCountedAsOther(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RunningService service = start(type, LIMIT)) {
			call(service);
			Await.until(() -> assertThat(metrics(service)).contains("uri=\"/orders/{id}\"", OTHERS_THAT_FAILED));
			assertThat(output).contains("http.server.requests has 3 values of uri: /broken and what comes after")
				.doesNotContain("Reached the maximum number");
			assertThat(service.feature("cardinality").state()).isEqualTo(FeatureState.ON);
		}
	}

	@Test
	void isSpringBootsOwnAffairWhereItIsSwitchedOff() throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, LIMIT, "mainstay.cardinality.enabled=false")) {
			call(service);
			call(service);
			service.get("/nothing");
			Await.until(() -> assertThat(metrics(service)).contains("uri=\"/orders/{id}\""));
			assertThat(metrics(service)).doesNotContain("OTHER");
			assertThat(service.feature("cardinality").state()).isEqualTo(FeatureState.OFF);
		}
	}

	private static void call(RunningService service) throws IOException, InterruptedException {
		assertThat(service.get("/orders/7").statusCode()).isEqualTo(200);
		assertThat(service.get("/broken").statusCode()).isEqualTo(500);
	}

	private static String metrics(RunningService service) {
		try {
			return service.get("/actuator/prometheus").body();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private static RunningService start(WebApplicationType type, String... properties) {
		Class<?> application = (type == WebApplicationType.SERVLET) ? ServletApplication.class
				: ReactiveApplication.class;
		return RunningService.start(type, application, properties);
	}

}
