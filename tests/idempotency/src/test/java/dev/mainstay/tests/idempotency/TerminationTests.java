package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.Launch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is asked to end (SIGTERM) while requests with a key are in flight, one
 * of which ends in time.
 */
class TerminationTests {

	private static final String QUICK = "/slow?ms=2000";

	private static final String ENDLESS = "/slow?ms=60000";

	@Test
	void whatEndsInTimeIsReplayedByTheOthersAndTheRestIsNamed() throws Exception {
		try (HikariDataSource pool = PostgresServer.pool()) {
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
		}
		CompletableFuture<ApplicationProcess> starting = CompletableFuture.supplyAsync(TerminationTests::start);
		try (ApplicationProcess other = start(); ApplicationProcess one = starting.get(1, TimeUnit.MINUTES)) {
			CompletableFuture<HttpResponse<String>> quick = send(one, QUICK);
			CompletableFuture<HttpResponse<String>> endless = send(one, ENDLESS);
			Await.until(() -> assertThat(one.http().get("/actuator/idempotency").body()).contains("\"inFlight\":2"));
			one.terminate();
			HttpResponse<String> first = quick.get(10, TimeUnit.SECONDS);
			assertThat(first.statusCode()).isEqualTo(200);
			assertThat(one.awaitEnd(Duration.ofSeconds(20))).isTrue();
			assertThat(endless.handle((answer, failure) -> failure).get(5, TimeUnit.SECONDS)).isNotNull();
			HttpResponse<String> second = repeat(other.http(), QUICK);
			assertThat(second.headers().firstValue("Idempotency-Status")).hasValue("replayed");
			assertThat(second.body()).isEqualTo(first.body());
			theRestIsNamed(one, other.http());
		}
	}

	/** It stays in progress for a lease, as it might have ended nevertheless. */
	private static void theRestIsNamed(ApplicationProcess ended, Http other) {
		List<String> warnings = ended.linesWith("had not ended when the service stopped", 1);
		assertThat(warnings).singleElement().asString().contains("1 operations");
		Await.until(() -> {
			HttpResponse<String> answer = repeat(other, ENDLESS);
			assertThat(answer.statusCode()).isEqualTo(409);
			assertThat(answer.body()).contains("idempotency-outcome-unknown");
			String record = answer.body().replaceAll("(?s).*\"record\":\"([^\"]+)\".*", "$1");
			assertThat(warnings.get(0)).contains(record);
		});
	}

	private static ApplicationProcess start() {
		return ApplicationProcess.start(Launch.of(OrderApplication.class),
				"--spring.datasource.url=" + PostgresServer.url(), "--spring.datasource.username=postgres",
				"--mainstay.idempotency.store=jdbc", "--mainstay.idempotency.lease=2s",
				"--spring.lifecycle.timeout-per-shutdown-phase=4s",
				"--management.endpoints.web.exposure.include=idempotency");
	}

	private static CompletableFuture<HttpResponse<String>> send(ApplicationProcess application, String path) {
		return CompletableFuture.supplyAsync(() -> repeat(application.http(), path));
	}

	private static HttpResponse<String> repeat(Http instance, String path) {
		return instance.post(path, "{}", "Idempotency-Key", "\"stop\"");
	}

}
