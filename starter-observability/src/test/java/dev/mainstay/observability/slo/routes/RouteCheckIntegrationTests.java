package dev.mainstay.observability.slo.routes;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.ReactiveApplication;
import dev.mainstay.observability.RunningService;
import dev.mainstay.observability.ServletApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RouteCheckIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "SERVLET, /ordres/{id}", "SERVLET, POST /orders/{id}", "SERVLET, /orders/{other}",
			"SERVLET, /actuator/slo", "REACTIVE, /ordres/{id}" })
	void refusesARouteThatThereIsNot(WebApplicationType type, String route) {
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(() -> start(type, route).close())
			.withMessageContaining("mainstay.slo.objectives.orders.routes[0] is " + route)
			.withMessageContaining("GET /orders/{id}");
	}

	@Test
	void takesRoutesThatThereAre() {
		start(WebApplicationType.SERVLET, "GET /orders/{id}, /orders/**, /**").close();
		start(WebApplicationType.REACTIVE, "GET /orders/{id}, /broken").close();
	}

	@Test
	void looksForNoRoutesWhereItIsSwitchedOff() {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET, ServletApplication.class,
				"mainstay.slo.objectives.orders.availability=99", "mainstay.slo.objectives.orders.routes=/nowhere",
				"mainstay.slo.enabled=false")) {
			assertThat(service.feature("slo").reason()).isEqualTo("mainstay.slo.enabled=false");
		}
	}

	private static RunningService start(WebApplicationType type, String routes) {
		return RunningService.start(type,
				(type == WebApplicationType.SERVLET) ? ServletApplication.class : ReactiveApplication.class,
				"mainstay.slo.objectives.orders.availability=99", "mainstay.slo.objectives.orders.routes=" + routes);
	}

}
