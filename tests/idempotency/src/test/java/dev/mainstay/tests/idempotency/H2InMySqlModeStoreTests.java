package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * H2 with the words of MySQL, and names in lower case.
 */
class H2InMySqlModeStoreTests extends AbstractJdbcStoreTests {

	@Override
	HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:mysql;MODE=MySQL;DATABASE_TO_LOWER=TRUE");
		return pool;
	}

	@Override
	JdbcDatabase database() {
		return JdbcDatabase.H2;
	}

}
