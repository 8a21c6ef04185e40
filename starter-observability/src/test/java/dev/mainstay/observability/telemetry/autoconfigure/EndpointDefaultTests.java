package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EndpointDefaultTests {

	private static final String[] DEFAULTS = { "management.opentelemetry.tracing.export.otlp.endpoint",
			"management.opentelemetry.logging.export.otlp.endpoint", "management.otlp.metrics.export.url",
			"management.opentelemetry.tracing.limits.max-attribute-value-length",
			"management.opentelemetry.logging.limits.max-attribute-value-length" };

	private final EndpointDefault condition = new EndpointDefault();

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void appliesWhereThereIsAnEndpoint() {
		this.environment.setProperty("mainstay.telemetry.endpoint", "https://collector.example/otlp");
		assertThat(DEFAULTS).allMatch((name) -> this.condition.matches(name, this.environment));
	}

	@Test
	void doesNotApplyWithoutOneAndLeavesOthersAlone() {
		assertThat(DEFAULTS).noneMatch((name) -> this.condition.matches(name, this.environment));
		assertThat(this.condition.matches("server.shutdown", this.environment)).isTrue();
		this.environment.setProperty("mainstay.telemetry.endpoint", " ");
		assertThat(DEFAULTS).noneMatch((name) -> this.condition.matches(name, this.environment));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.telemetry.enabled" })
	void doesNotApplyWhereTelemetryIsOff(String property) {
		this.environment.setProperty("mainstay.telemetry.endpoint", "http://collector:4318");
		this.environment.setProperty(property, "false");
		assertThat(DEFAULTS).noneMatch((name) -> this.condition.matches(name, this.environment));
	}

	@ParameterizedTest
	@CsvSource({ "collector, not the address", "collector:4317, not the address", "grpc://collector, not the address",
			"http://, not the address", "http://a b, not the address", "http://collector/, ends with a slash",
			"http://collector?key=abc, more than a server", "http://me:secret@collector, more than a server" })
	void doesNotApplyToWhatIsNone(String endpoint, String reason) {
		this.environment.setProperty("mainstay.telemetry.endpoint", endpoint);
		assertThat(DEFAULTS).noneMatch((name) -> this.condition.matches(name, this.environment));
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(() -> new TelemetryProperties(endpoint))
			.withMessageContaining("mainstay.telemetry.endpoint")
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret", "abc"));
	}

}
