package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * The statements for MySQL, which MariaDB takes as well, without auto-commit. There is no
 * MySQL to test with.
 */
class MySqlStatementsStoreTests extends AbstractJdbcStoreTests {

	@Override
	HikariDataSource pool() {
		HikariDataSource pool = MariaDbPool.open();
		pool.setAutoCommit(false);
		return pool;
	}

	@Override
	JdbcDatabase database() {
		return JdbcDatabase.MYSQL;
	}

	/** An insert that did nothing, and a look. */
	@Override
	int statementsOfARepetition() {
		return 2;
	}

}
