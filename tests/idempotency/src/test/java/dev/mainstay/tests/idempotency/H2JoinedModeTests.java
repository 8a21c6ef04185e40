package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;

/**
 * On H2, which has no lock that a statement could take.
 */
class H2JoinedModeTests extends AbstractJoinedModeTests {

	H2JoinedModeTests() {
		super(JdbcDatabase.H2);
	}

	@Override
	HikariDataSource openPool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:joined;DB_CLOSE_DELAY=-1");
		pool.setUsername("sa");
		return pool;
	}

}
