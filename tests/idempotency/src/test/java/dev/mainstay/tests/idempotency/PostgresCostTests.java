package dev.mainstay.tests.idempotency;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.JoinedStore;
import dev.mainstay.resilience.idempotency.JoinedTransaction;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request costs on PostgreSQL, with an answer of 300 bytes.
 */
class PostgresCostTests {

	private static final Logger logger = LoggerFactory.getLogger(PostgresCostTests.class);

	private static final int REQUESTS = 10000;

	private static final Outcome ANSWER = new Outcome.Replayable(new StoredResponse(201, Map.of(), new byte[300]));

	/** What two statements of this shape take, with a row of the application's. */
	private static final long WAL = 970;

	/** What such a row takes of it. */
	private static final long BUSINESS = 181;

	private static final long ROW = 672;

	/** The same in joined mode. The log was measured to 2 %, rows on full pages. */
	private static final long JOINED_WAL = 701 * 102 / 100;

	private static final long JOINED_ROW = 462;

	@Test
	void aRequestWritesLittle() throws Exception {
		try (HikariDataSource pool = PostgresServer.pool()) {
			JdbcTemplate sql = new JdbcTemplate(pool);
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
			JdbcIdempotencyStore store = Stores.open(pool, JdbcDatabase.POSTGRESQL);
			run(store, 100);
			sql.execute("checkpoint");
			long before = wal(sql);
			List<Operation> operations = run(store, REQUESTS);
			long written = (wal(sql) - before) / REQUESTS;
			long row = number(sql,
					"select pg_total_relation_size('mainstay_idempotency') / count(*) from mainstay_idempotency");
			logger.info(
					"PostgreSQL, lease mode: {} bytes of WAL for a request, {} bytes of table and indexes for a row",
					written, row);
			assertThat(written).isPositive().isLessThanOrEqualTo(WAL - BUSINESS);
			assertThat(row).isPositive().isLessThanOrEqualTo(ROW);
			assertThat(hot(sql)).as("updates that leave the indexes alone").isGreaterThan(0.98);
			AtOnce.run(8, (i) -> () -> run(store, 500));
			logger.info("HOT updates, with eight at once: {}", hot(sql));
			assertThat(hot(sql)).as("with eight at once").isGreaterThan(0.9);
			replaysWriteNothing(store, operations, sql);
			store.close();
		}
	}

	@Test
	void aRequestThatWritesARowWritesLittle() {
		try (HikariDataSource pool = PostgresServer.pool()) {
			JdbcTemplate sql = new JdbcTemplate(pool);
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
			createBusinessTable(sql);
			JdbcIdempotencyStore store = Stores.open(pool, JdbcDatabase.POSTGRESQL);
			Runnable order = () -> sql.update("insert into placed (item) values ('book')");
			run(store, 100, order);
			sql.execute("checkpoint");
			long before = wal(sql);
			run(store, REQUESTS, order);
			long written = (wal(sql) - before) / REQUESTS;
			logger.info("PostgreSQL, lease mode: {} bytes of WAL for a request that writes a row", written);
			assertThat(written).isGreaterThan(WAL / 2).isLessThanOrEqualTo(WAL);
			store.close();
		}
	}

	@Test
	void aRequestThatIsJoinedWritesLess() {
		try (HikariDataSource pool = PostgresServer.pool()) {
			JdbcTemplate sql = new JdbcTemplate(pool);
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
			createBusinessTable(sql);
			sql.execute("alter table mainstay_idempotency set (fillfactor = 100)");
			JdbcIdempotencyStore store = Stores.open(pool, JdbcDatabase.POSTGRESQL);
			JoinedStore joined = store.joinedBy(new JdbcTransactionManager(pool));
			run(joined, 100, sql);
			sql.execute("checkpoint");
			long before = wal(sql);
			run(joined, REQUESTS, sql);
			long written = (wal(sql) - before) / REQUESTS;
			long row = number(sql,
					"select pg_total_relation_size('mainstay_idempotency') / count(*) from mainstay_idempotency");
			logger
				.info("PostgreSQL, joined mode: {} bytes of WAL for a request that writes a row, {} bytes of table and "
						+ "indexes for a row", written, row);
			assertThat(written).isGreaterThan(JOINED_WAL / 2).isLessThanOrEqualTo(JOINED_WAL);
			assertThat(row).isPositive().isLessThanOrEqualTo(JOINED_ROW);
			store.close();
		}
	}

	private static void run(JoinedStore joined, int requests, JdbcTemplate sql) {
		for (int i = 0; i < requests; i++) {
			JoinedTransaction transaction = ((JoinedStore.Joining.Begun) joined.join(AbstractStoreTests.operation()))
				.transaction();
			sql.update("insert into placed (item) values ('book')");
			transaction.commit(ANSWER);
		}
	}

	private static void createBusinessTable(JdbcTemplate sql) {
		sql.execute("drop table if exists placed");
		sql.execute("create table placed (id bigint generated always as identity primary key, item text)");
	}

	/**
	 * A page that holds old versions of rows is tidied up by whoever reads it first,
	 * which is written to the log: vacuum has done so before.
	 */
	private static void replaysWriteNothing(JdbcIdempotencyStore store, List<Operation> operations, JdbcTemplate sql) {
		sql.execute("vacuum mainstay_idempotency");
		long before = wal(sql);
		operations.forEach((operation) -> store.claim(operation, AbstractStoreTests.LEASE));
		assertThat((wal(sql) - before) / operations.size()).as("WAL of a replay").isLessThan(3);
	}

	private static List<Operation> run(JdbcIdempotencyStore store, int requests) {
		return run(store, requests, () -> {
		});
	}

	private static List<Operation> run(JdbcIdempotencyStore store, int requests, Runnable work) {
		return IntStream.range(0, requests).mapToObj((i) -> {
			Operation operation = AbstractStoreTests.operation();
			ClaimResult.Granted granted = (ClaimResult.Granted) store.claim(operation, AbstractStoreTests.LEASE);
			work.run();
			store.complete(operation.recordKey(), granted.token(), ANSWER);
			return operation;
		}).toList();
	}

	private static double hot(JdbcTemplate sql) {
		sql.execute("select pg_stat_force_next_flush()");
		return number(sql, "select n_tup_hot_upd * 1000 / n_tup_upd from pg_stat_user_tables "
				+ "where relname = 'mainstay_idempotency'") / 1000.0;
	}

	private static long wal(JdbcTemplate sql) {
		return number(sql, "select (pg_current_wal_insert_lsn() - '0/0')::bigint");
	}

	private static long number(JdbcTemplate sql, String query) {
		Long number = sql.queryForObject(query, Long.class);
		return (number != null) ? number : -1;
	}

}
