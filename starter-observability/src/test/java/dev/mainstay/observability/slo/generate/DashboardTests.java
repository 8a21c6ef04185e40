package dev.mainstay.observability.slo.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardTests {

	private static final int WIDTH_OF_GRAFANA = 24;

	static List<String> dashboards() {
		return List.of(Dashboard.of("orders", List.of(ObjectivesOfTests.checkout())),
				Dashboard.of("orders", List.of(ObjectivesOfTests.checkoutLatency())), FleetDashboard.text());
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void noPanelCoversAnother(String text) {
		Set<String> taken = new HashSet<>();
		for (JsonNode panel : panels(text)) {
			JsonNode place = panel.get("gridPos");
			for (int x = place.get("x").intValue(); x < place.get("x").intValue() + place.get("w").intValue(); x++) {
				assertThat(x).isLessThan(WIDTH_OF_GRAFANA);
				for (int y = 0; y < place.get("h").intValue(); y++) {
					assertThat(taken.add(x + " " + (place.get("y").intValue() + y))).as(panel.get("title").toString())
						.isTrue();
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void everyPanelAsksTheChosenPrometheus(String text) {
		JsonNode panels = panels(text);
		assertThat(panels.valueStream().map((panel) -> panel.get("id").intValue())).doesNotHaveDuplicates();
		assertThat(panels.valueStream().flatMap((panel) -> panel.get("targets").valueStream())).isNotEmpty()
			.allSatisfy((target) -> assertThat(target.at("/datasource/uid").stringValue()).isEqualTo("${datasource}"));
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void canBeProvisioned(String text) {
		JsonNode dashboard = new JsonMapper().readTree(text);
		assertThat(dashboard.has("__inputs")).isFalse();
		assertThat(dashboard.get("schemaVersion").intValue()).isEqualTo(39);
	}

	@Test
	void showsSlowRoutesOnlyWhereTimeCounts() {
		assertThat(dashboards().get(0)).doesNotContain("Which route is slow?");
		assertThat(dashboards().get(1)).contains("Which route is slow?");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "orders", "a service with a very long name that Grafana would not take", "größe", "a\"b", "x" })
	void theNameForGrafanaIsShort(String service) {
		assertThat(Dashboard.uid(service)).matches("[A-Za-z0-9_-]{8,40}").isEqualTo(Dashboard.uid(service));
	}

	@Test
	void twoServicesHaveTwoDashboards() {
		assertThat(Dashboard.uid("a service")).isNotEqualTo(Dashboard.uid("a.service"));
	}

	private static JsonNode panels(String text) {
		return new JsonMapper().readTree(text).get("panels");
	}

}
