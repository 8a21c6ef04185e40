package dev.mainstay.tests.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.autoconfigure.IdempotencyAutoConfiguration;
import dev.mainstay.resilience.idempotency.autoconfigure.JdbcIdempotencyAutoConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often expired rows are deleted, and how many at a time.
 */
class CleanupTests {

	private static final String PREFIX = "mainstay.idempotency.";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";QUERY_STATISTICS=TRUE",
				PREFIX + "store=jdbc", PREFIX + "jdbc.cleanup-batch=2")
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, IdempotencyAutoConfiguration.class,
				JdbcIdempotencyAutoConfiguration.class));

	/** With an interval of a minute, the second round would not come so soon. */
	@Test
	void theIntervalAndTheBatchCount() {
		this.runner.withPropertyValues(PREFIX + "jdbc.cleanup-interval=50ms").run((context) -> {
			assertThat(context).hasNotFailed();
			JdbcTemplate sql = new JdbcTemplate(context.getBean(DataSource.class));
			for (int round = 0; round < 2; round++) {
				expire(sql, context.getBean(IdempotencyStore.class), 3);
				Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rows(sql) == 0);
			}
			List<String> deletions = sql.queryForList(
					"select sql_statement from information_schema.query_statistics where sql_statement like 'delete%'",
					String.class);
			assertThat(deletions).extracting((it) -> it.chars().filter((c) -> c == '?').count()).containsOnly(1L, 2L);
		});
	}

	@Test
	void untilThenTheyStay() {
		this.runner.withPropertyValues(PREFIX + "jdbc.cleanup-interval=3650d").run((context) -> {
			JdbcTemplate sql = new JdbcTemplate(context.getBean(DataSource.class));
			expire(sql, context.getBean(IdempotencyStore.class), 3);
			Thread.sleep(500);
			assertThat(rows(sql)).isEqualTo(3);
		});
	}

	/** All at once, so that one round sees all of them. */
	private static void expire(JdbcTemplate sql, IdempotencyStore store, int rows) {
		IntStream.range(0, rows)
			.forEach((i) -> store.claim(new Operation(UUID.randomUUID().toString(), "a", "b"), Duration.ofMinutes(1)));
		sql.update("update mainstay_idempotency set valid_until = dateadd('day', -2, valid_until)");
	}

	private static int rows(JdbcTemplate sql) {
		Integer rows = sql.queryForObject("select count(*) from mainstay_idempotency", Integer.class);
		return (rows != null) ? rows : 0;
	}

}
