package dev.mainstay.tests.idempotency;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import dev.mainstay.tests.harness.linearizability.StoreTorture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What two instances with one database say to many threads could be said by one store
 * that does one thing at a time. It takes as long as it is told to.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class LinearizabilityTests {

	private static final Logger logger = LoggerFactory.getLogger(LinearizabilityTests.class);

	@Test
	void ofTwoInstancesWithOnePostgres() {
		torture(PostgresServer.pool(), PostgresServer.pool(), JdbcDatabase.POSTGRESQL);
	}

	@Test
	void ofTwoInstancesWithOneMariaDb() {
		torture(MariaDbPool.open(), MariaDbPool.open(), JdbcDatabase.MARIADB);
	}

	@Test
	void ofTheStatementsForMySql() {
		torture(MariaDbPool.open(), MariaDbPool.open(), JdbcDatabase.MYSQL);
	}

	@Test
	void ofTwoInstancesWithOneH2() {
		torture(h2(), h2(), JdbcDatabase.H2);
	}

	private static HikariDataSource h2() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:linearizability");
		return pool;
	}

	private static void torture(HikariDataSource one, HikariDataSource other, JdbcDatabase database) {
		Stores.createTable(one, database);
		try (one;
				other;
				JdbcIdempotencyStore here = Stores.open(one, database);
				JdbcIdempotencyStore there = Stores.open(other, database)) {
			List<JdbcIdempotencyStore> instances = List.of(here, there);
			AtomicInteger next = new AtomicInteger();
			long seed = ThreadLocalRandom.current().nextLong();
			logger.info("{}, seed {}", database, seed);
			String done = new StoreTorture(() -> instances.get(next.getAndIncrement() % instances.size()), seed, false)
				.run(StoreTorture.duration());
			logger.info(done);
			assertThat(done).contains("GRANTED", "IN_PROGRESS", "ABANDONED", "COMPLETED", "MISMATCH", "TRUE", "FALSE");
		}
	}

}
