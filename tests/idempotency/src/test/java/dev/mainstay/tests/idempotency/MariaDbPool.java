package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.tests.harness.MariaDbServer;

/**
 * Connections to the one MariaDB of the tests.
 */
final class MariaDbPool {

	private MariaDbPool() {
	}

	static HikariDataSource open() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(MariaDbServer.get().url());
		pool.setUsername("root");
		return pool;
	}

}
