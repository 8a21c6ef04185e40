package dev.mainstay.tests.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool without auto-commit, of the strictest isolation but one.
 */
class PostgresStrictPoolStoreTests extends AbstractJdbcStoreTests {

	@Override
	HikariDataSource pool() {
		HikariDataSource pool = PostgresServer.pool();
		pool.setAutoCommit(false);
		pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
		return pool;
	}

	@Override
	JdbcDatabase database() {
		return JdbcDatabase.POSTGRESQL;
	}

	@Test
	void noConnectionIsLeftInATransaction() {
		Operation operation = operation();
		IdempotencyStore store = open(new Retention(Stores.LONG, Stores.LONG)).get(1);
		store.complete(operation.recordKey(), granted(store.claim(operation, LEASE)), answer(200));
		store.claim(operation, LEASE);
		try (HikariDataSource other = PostgresServer.pool()) {
			assertThat(new JdbcTemplate(other).queryForList(
					"select query from pg_stat_activity where state like 'idle in transaction%'", String.class))
				.isEmpty();
		}
	}

}
