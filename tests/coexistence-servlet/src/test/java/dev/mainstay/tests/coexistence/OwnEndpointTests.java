package dev.mainstay.tests.coexistence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with endpoints of its own that have ids which are Mainstay's, or may
 * become so.
 */
class OwnEndpointTests {

	@Test
	void itsEndpointsAnswerAsBefore() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithEndpoints.class, List
			.of("--management.endpoints.web.exposure.include=mainstay,hardening,resilience,idempotency,slo,errorgroups"),
				(http) -> Stream.of("mainstay", "hardening", "resilience", "idempotency", "slo", "errorgroups")
					.flatMap((id) -> Stream.of(http.get("/actuator/" + id),
							http.get("/actuator/" + id, "X-Forwarded-For", "203.0.113.7"))),
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.hasSize(12)
			.allSatisfy((answer) -> assertThat(answer.body()).startsWith("{\"own\":"));
		assertThat(answers.features().get("mainstay-endpoint")).startsWith("backed-off").contains("Own");
	}

	@Test
	void whatItHasNotExposedIsNotOpenedToTheWorld() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithEndpoints.class,
				(http) -> Stream.of("mainstay", "hardening", "resilience", "idempotency", "slo", "errorgroups")
					.map((id) -> http.get("/actuator/" + id, "X-Forwarded-For", "203.0.113.7")));
		assertThat(answers.before()).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(404));
		assertThat(answers.after()).allSatisfy((answer) -> assertThat(answer.status()).isIn(401, 404));
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import({ OwnMainstay.class, OwnHardening.class, OwnResilience.class, OwnIdempotency.class, OwnSlo.class,
			OwnErrorGroups.class })
	static class WithEndpoints {

	}

	@Endpoint(id = "mainstay")
	static class OwnMainstay {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "mainstay");
		}

	}

	@Endpoint(id = "hardening")
	static class OwnHardening {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "hardening");
		}

	}

	@Endpoint(id = "resilience")
	static class OwnResilience {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "resilience");
		}

	}

	@Endpoint(id = "idempotency")
	static class OwnIdempotency {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "idempotency");
		}

	}

	@Endpoint(id = "slo")
	static class OwnSlo {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "slo");
		}

	}

	@Endpoint(id = "errorgroups")
	static class OwnErrorGroups {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("own", "errorgroups");
		}

	}

}
