package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * On MariaDB, whose lock belongs to the connection and has to be given back.
 */
class MariaDbJoinedModeTests extends AbstractJoinedModeTests {

	MariaDbJoinedModeTests() {
		super(JdbcDatabase.MARIADB);
	}

	@Override
	HikariDataSource openPool() {
		return MariaDbPool.open();
	}

}
