package dev.mainstay.tests.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL, one for all tests of a JVM, with which it ends. It writes nothing on its
 * own account: what its log grows by is what the tests wrote.
 */
final class PostgresServer {

	private static EmbeddedPostgres running;

	private PostgresServer() {
	}

	static synchronized String url() {
		if (running == null) {
			try {
				running = EmbeddedPostgres.builder()
					.setPGStartupWait(Duration.ofMinutes(2))
					.setServerConfig("autovacuum", "off")
					.setServerConfig("checkpoint_timeout", "1h")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return running.getJdbcUrl("postgres", "postgres");
	}

	static HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url());
		pool.setUsername("postgres");
		return pool;
	}

}
