package dev.mainstay.tests.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.deadline.jdbc.DeadlineDataSources;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * H2 keeps the time of a statement with its connection, which the pool gives to the next
 * one who asks.
 */
class H2DeadlineTests {

	@Test
	void theNextOneWhoIsGivenTheConnectionHasAllTheTime() throws SQLException {
		try (HikariDataSource pool = pool()) {
			try (Deadline.Scope scope = Deadline.after(Duration.ofSeconds(1)).open();
					Connection connection = pool.getConnection()) {
				Statement forgotten = connection.createStatement();
				forgotten.execute("select 1");
				assertThat(forgotten.getQueryTimeout()).isOne();
			}
			try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
				assertThat(statement.getQueryTimeout()).isZero();
			}
		}
	}

	@Test
	void aStatementIsCancelled() throws SQLException {
		try (HikariDataSource pool = pool();
				Deadline.Scope scope = Deadline.after(Duration.ofMillis(500)).open();
				Connection connection = pool.getConnection();
				Statement statement = connection.createStatement()) {
			assertThatExceptionOfType(SQLTimeoutException.class).isThrownBy(() -> statement.executeQuery("""
					select count(*) from system_range(1, 1000000000) a cross join system_range(1, 1000000000) b
					where a.x + b.x = -1""")).withCauseInstanceOf(DeadlineExceededException.class);
		}
	}

	private static HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:deadlines");
		pool.setMaximumPoolSize(1);
		return (HikariDataSource) new DeadlineDataSources(() -> true).postProcessAfterInitialization(pool, "pool");
	}

}
