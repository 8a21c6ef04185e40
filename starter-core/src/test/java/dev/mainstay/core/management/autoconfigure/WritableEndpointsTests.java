package dev.mainstay.core.management.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class WritableEndpointsTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final WritableEndpoints endpoints = new WritableEndpoints(this.environment);

	@Test
	void nothingIsWritableUnlessSomebodySaysSo() {
		assertThat(this.endpoints.test("idempotency")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.security.management.access", "management.endpoint.idempotency.access",
			"management.endpoints.access.default", "management.endpoints.access.max-permitted" })
	void isWritableWhenSomebodySaysSo(String property) {
		this.environment.setProperty(property, "unrestricted");
		assertThat(this.endpoints.test("idempotency")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.security.management.access", "management.endpoint.idempotency.access",
			"management.endpoints.access.default", "management.endpoints.access.max-permitted" })
	void isNotWritableWhenSomebodySaysTheOpposite(String property) {
		this.environment.setProperty(property, "read-only");
		assertThat(this.endpoints.test("idempotency")).isFalse();
	}

	@Test
	void isSaidForOneEndpoint() {
		this.environment.setProperty("management.endpoint.loggers.access", "UNRESTRICTED");
		assertThat(this.endpoints.test("loggers")).isTrue();
		assertThat(this.endpoints.test("idempotency")).isFalse();
		assertThat(this.endpoints.test("unknown")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MAINSTAY_SECURITY_MANAGEMENT_ACCESS", "MANAGEMENT_ENDPOINT_LOGGERS_ACCESS",
			"MANAGEMENT_ENDPOINTS_ACCESS_MAXPERMITTED", "MANAGEMENT_ENDPOINTS_ACCESS_MAX_PERMITTED" })
	void isSaidByTheEnvironment(String variable) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(variable, "unrestricted")));
		assertThat(new WritableEndpoints(environment).test("loggers")).isTrue();
	}

}
