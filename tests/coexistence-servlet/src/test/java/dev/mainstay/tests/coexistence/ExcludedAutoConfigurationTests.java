package dev.mainstay.tests.coexistence;

import java.util.stream.Stream;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application may exclude any part of Mainstay as it excludes parts of Spring Boot: it
 * still starts, and opens nothing that was closed.
 */
class ExcludedAutoConfigurationTests {

	static Stream<String> ours() {
		return ImportCandidates.load(AutoConfiguration.class, ExcludedAutoConfigurationTests.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("dev.mainstay."));
	}

	@ParameterizedTest
	@MethodSource("ours")
	void startsWithoutIt(String excluded) {
		try (WorldApplication application = World.hardened()
			.start(OrdinaryApplication.class, "--spring.autoconfigure.exclude=" + excluded)) {
			Http http = application.http();
			assertThat(http.get("/orders/1").body()).isEqualTo("{\"id\":1}");
			assertThat(http.get("/failing").statusCode()).isEqualTo(500);
			assertThat(http.get("/actuator/mainstay", "X-Forwarded-For", "203.0.113.7").statusCode()).isIn(401, 404);
		}
	}

}
