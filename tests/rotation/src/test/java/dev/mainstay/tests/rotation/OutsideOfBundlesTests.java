package dev.mainstay.tests.rotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server whose certificate is in no SSL bundle tells when it ends, and stays up.
 */
class OutsideOfBundlesTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void anExpiredCertificateIsToldAndTheServiceStaysUp(String stack) throws IOException {
		try (Running application = start(stack, TestCertificate.expired("old"))) {
			IndicatedHealthDescriptor health = (IndicatedHealthDescriptor) application.bean(HealthEndpoint.class)
				.healthForPath("certificates");
			assertThat(health.getStatus().getCode()).isEqualTo("UP");
			assertThat(String.valueOf(health.getDetails().get("expired"))).contains("server.ssl: CN=old ends on 2");
			assertThat(expiry(application)).isNegative();
			HealthDescriptor all = application.bean(HealthEndpoint.class).health();
			assertThat(all.getStatus().getCode()).isEqualTo("UP");
		}
	}

	@Test
	void theSecondsLeftAreMeasured() throws IOException {
		try (Running application = start("servlet", TestCertificate.of("good"))) {
			assertThat(expiry(application)).isBetween(88 * 86_400.0, 90 * 86_400.0);
			IndicatedHealthDescriptor health = (IndicatedHealthDescriptor) application.bean(HealthEndpoint.class)
				.healthForPath("certificates");
			assertThat(health.getDetails().toString()).doesNotContain("CN=");
		}
	}

	private Running start(String stack, TestCertificate certificate) throws IOException {
		Path shown = Files.writeString(this.folder.resolve("tls.crt"), certificate.certificate());
		Path key = Files.writeString(this.folder.resolve("tls.key"), certificate.key());
		return Running.start("--spring.main.web-application-type=" + stack, "--server.ssl.certificate=" + shown,
				"--server.ssl.certificate-private-key=" + key, Running.EXCLUDE_DATABASE);
	}

	private static double expiry(Running application) {
		return application.bean(MeterRegistry.class)
			.get("mainstay.certificate.expiry")
			.tag("place", "server.ssl")
			.gauge()
			.value();
	}

}
