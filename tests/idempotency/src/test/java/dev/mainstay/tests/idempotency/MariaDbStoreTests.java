package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * A real MariaDB.
 */
class MariaDbStoreTests extends AbstractJdbcStoreTests {

	@Override
	HikariDataSource pool() {
		return MariaDbPool.open();
	}

	@Override
	JdbcDatabase database() {
		return JdbcDatabase.MARIADB;
	}

}
