package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * H2 in memory.
 */
class H2StoreTests extends AbstractJdbcStoreTests {

	@Override
	HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:store");
		return pool;
	}

	@Override
	JdbcDatabase database() {
		return JdbcDatabase.H2;
	}

}
