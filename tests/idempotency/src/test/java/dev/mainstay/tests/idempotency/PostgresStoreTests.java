package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * A real PostgreSQL.
 */
class PostgresStoreTests extends AbstractJdbcStoreTests {

	@Override
	HikariDataSource pool() {
		return PostgresServer.pool();
	}

	@Override
	JdbcDatabase database() {
		return JdbcDatabase.POSTGRESQL;
	}

}
