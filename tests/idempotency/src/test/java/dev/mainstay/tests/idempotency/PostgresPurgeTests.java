package dev.mainstay.tests.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyCleanup;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cleanup of a large table, in which no index tells what has expired. With
 * {@code -Dmainstay.purge.rows=1000000} it is as large as a day's.
 */
class PostgresPurgeTests {

	private static final Logger logger = LoggerFactory.getLogger(PostgresPurgeTests.class);

	private static final int ROWS = Integer.getInteger("mainstay.purge.rows", 50000);

	private final HikariDataSource pool = PostgresServer.pool();

	private final JdbcTemplate sql = new JdbcTemplate(this.pool);

	private JdbcIdempotencyStore store;

	@BeforeEach
	void open() {
		Stores.createTable(this.pool, JdbcDatabase.POSTGRESQL);
		this.store = Stores.open(this.pool, JdbcDatabase.POSTGRESQL);
	}

	@AfterEach
	void close() {
		this.store.close();
		this.pool.close();
	}

	@Test
	void requestsAreNotHeldUpWhileManyRowsAreDeleted() {
		insert(ROWS, "- interval '1 day'");
		insert(100, "+ interval '1 day'");
		JdbcIdempotencyCleanup cleanup = new JdbcIdempotencyCleanup(() -> this.store, Duration.ofMillis(1), 1000);
		long begin = System.nanoTime();
		cleanup.start();
		List<Long> micros = new ArrayList<>();
		while (micros.size() % 200 != 0 || micros.isEmpty() || expired() > 0) {
			micros.add(request());
		}
		cleanup.stop();
		micros.sort(null);
		logger.info("{} rows deleted in {} ms; requests meanwhile took {} us, 99 % at most {}, all {}", ROWS,
				(System.nanoTime() - begin) / 1000000, micros.get(micros.size() / 2),
				micros.get(micros.size() * 99 / 100), micros.get(micros.size() - 1));
		assertThat(micros.get(micros.size() * 99 / 100)).as("99 % of the requests, in microseconds").isLessThan(50000);
		assertThat(this.sql.queryForObject("select count(*) from mainstay_idempotency", Integer.class))
			.isEqualTo(100 + micros.size());
	}

	@Test
	void aCallReadsAPartOfALargeTableAndTheNextOneTheNext() {
		insert(40000, "+ interval '1 day'");
		insert(5, "- interval '1 day'");
		assertThat(this.store.purge(10)).as("the first 8 MB").isZero();
		int deleted = 0;
		for (int call = 0; call < 10; call++) {
			deleted += this.store.purge(10);
		}
		assertThat(deleted).isEqualTo(5);
	}

	/** In the order in which they come, as requests do. */
	private void insert(int rows, String age) {
		this.sql.update("insert into mainstay_idempotency (begun, lease_until, id, fingerprint, token, valid_until, "
				+ "outcome) select now(), now(), decode(md5('" + age.charAt(0)
				+ "' || i), 'hex'), '\\x01', '\\x01', now() " + age
				+ ", decode(repeat('00', 300), 'hex') from generate_series(1, ?) i", rows);
	}

	private int expired() {
		Integer rows = this.sql.queryForObject(
				"select count(*) from (select 1 from mainstay_idempotency where valid_until < now() limit 1) it",
				Integer.class);
		return (rows != null) ? rows : -1;
	}

	private long request() {
		long begin = System.nanoTime();
		Operation operation = AbstractStoreTests.operation();
		ClaimResult.Granted granted = (ClaimResult.Granted) this.store.claim(operation, AbstractStoreTests.LEASE);
		this.store.complete(operation.recordKey(), granted.token(), new Outcome.NotReplayable());
		return (System.nanoTime() - begin) / 1000;
	}

}
