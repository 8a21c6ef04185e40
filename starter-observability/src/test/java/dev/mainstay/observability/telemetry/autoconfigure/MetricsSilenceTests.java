package dev.mainstay.observability.telemetry.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsSilenceTests {

	private static final String EXPORT = "management.prometheus.metrics.export.enabled";

	private final MetricsSilence condition = new MetricsSilence();

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void doesNotApplyWhereMetricsAreWanted() {
		assertThat(this.condition.matches(EXPORT, this.environment)).isFalse();
		assertThat(this.condition.matches("server.shutdown", this.environment)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.telemetry.enabled" })
	void appliesWhereMetricsAreSwitchedOff(String property) {
		this.environment.setProperty(property, "false");
		assertThat(this.condition.matches(EXPORT, this.environment)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', textBlock = """
			management.endpoints.web.exposure.include=health,prometheus
			management.endpoints.web.exposure.include=*
			management.prometheus.metrics.export.step=1m
			management.endpoint.prometheus.access=unrestricted
			""")
	void leavesThePrometheusOfTheApplicationAlone(String property, String value) {
		this.environment.setProperty("mainstay.enabled", "false");
		this.environment.setProperty(property, value);
		assertThat(this.condition.matches(EXPORT, this.environment)).isFalse();
	}

	@Test
	void appliesWhereTheApplicationExposesOtherEndpoints() {
		this.environment.setProperty("mainstay.enabled", "false");
		this.environment.setProperty("management.endpoints.web.exposure.include", "health,info");
		assertThat(this.condition.matches(EXPORT, this.environment)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', textBlock = """
			management.endpoints.web.exposure.include=health,prometheus
			management.endpoints.web.exposure.include=*
			management.prometheus.metrics.export.step=1m
			""")
	void appliesWhereMetricsAreSwitchedOffWhateverIsExposed(String property, String value) {
		this.environment.setProperty("mainstay.telemetry.enabled", "false");
		this.environment.setProperty(property, value);
		assertThat(this.condition.matches(EXPORT, this.environment)).isTrue();
	}

}
