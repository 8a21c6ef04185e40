package dev.mainstay.tests.idempotency;

import java.time.Duration;

import javax.sql.DataSource;

import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import dev.mainstay.resilience.idempotency.jdbc.JdbcTable;
import dev.mainstay.resilience.idempotency.jdbc.TableName;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Opens stores on the table that the script in the jar creates.
 */
final class Stores {

	static final Duration LONG = Duration.ofHours(24);

	private static final TableName TABLE = TableName.of("mainstay_idempotency");

	private Stores() {
	}

	static void createTable(DataSource source, JdbcDatabase database) {
		new JdbcTemplate(source).execute("drop table if exists mainstay_idempotency");
		DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource(database.script())), source);
	}

	static JdbcIdempotencyStore open(DataSource source, JdbcDatabase database, Retention retention) {
		return new JdbcIdempotencyStore(source, new JdbcTable(database, TABLE), retention, Duration.ofSeconds(5));
	}

	static JdbcIdempotencyStore open(DataSource source, JdbcDatabase database) {
		return open(source, database, new Retention(LONG, Duration.ofHours(1)));
	}

}
