package dev.mainstay.tests.failures;

import java.io.IOException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pool is closed before the server goes. */
@DirtiesContext
class PostgresTests extends AbstractDatabaseTests {

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void startPostgres() throws IOException {
		// By default it is given 10 s, which a busy machine exceeds.
		postgres = EmbeddedPostgres.builder()
			.setServerConfig("lock_timeout", "2000")
			.setServerConfig("deadlock_timeout", "200")
			.setPGStartupWait(Duration.ofMinutes(2))
			.start();
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	@DynamicPropertySource
	static void postgresProperties(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
		registry.add("spring.datasource.username", () -> "postgres");
	}

}
