package dev.mainstay.core.problem.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import dev.mainstay.core.problem.Problem;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the databases say that the tests with real ones do not have. */
class DataProblemMapperTests {

	private final DataProblemMapper mapper = new DataProblemMapper();

	@ParameterizedTest
	@CsvSource({
			// MySQL, Oracle, SQL Server: unique and foreign keys
			"23000, 1062, 409 conflict", "23000, 1452, 409 conflict", "23000, 1, 409 conflict",
			"23000, 2291, 409 conflict", "23000, 2627, 409 conflict", "23000, 547, 409 conflict",
			// no caller can know of these
			"23000, 1048, none", "23000, 1400, none", "23000, 515, none", "23502, 0, none", "23514, 0, none",
			"22012, 0, none", "22004, 0, none", "42P01, 0, none", "'', 0, none", "X, 0, none",
			// too long, out of range
			"22001, 1406, 400 malformed-request", "22003, 1264, 400 malformed-request",
			"72000, 12899, 400 malformed-request", "22004, 22004, 400 malformed-request",
			// locks
			"40001, 1213, 503 temporarily-overloaded", "61000, 60, 503 temporarily-overloaded",
			"57014, 0, 503 temporarily-overloaded", "53300, 0, 503 temporarily-overloaded",
			// gone
			"08S01, 0, 503 dependency-unavailable", "57P01, 0, 503 dependency-unavailable" })
	void whatTheDatabaseSaysIsRead(String state, int errorCode, String problem) {
		assertThat(name(new RuntimeException(new SQLException("canary", state, errorCode)))).isEqualTo(problem);
		assertThat(name(new R2dbcDataIntegrityViolationException("canary", state, (errorCode == 547) ? 1 : errorCode)))
			.isEqualTo(problem);
	}

	@Test
	void aCheckConstraintOfSqlServerIsTheServicesOwnFault() {
		assertThat(name(new SQLException("conflicted with the CHECK constraint \"x\"", "23000", 547)))
			.isEqualTo("none");
	}

	@Test
	void aPoolSaysWhyItHasNoConnection() {
		assertThat(name(new SQLTransientConnectionException("timed out"))).isEqualTo("503 temporarily-overloaded");
		SQLException refused = new SQLException("no pg_hba.conf entry", "28000");
		assertThat(name(new SQLTransientConnectionException("timed out", refused)))
			.isEqualTo("503 dependency-unavailable");
	}

	@Test
	void causesInACircleHaveAnEnd() {
		RuntimeException one = new RuntimeException();
		one.initCause(new RuntimeException(one));
		assertThat(this.mapper.map(one)).isNull();
		RuntimeException deep = new RuntimeException(new SQLException("", "23505"));
		for (int i = 0; i < 10_000; i++) {
			deep = new RuntimeException("", deep);
		}
		assertThat(this.mapper.map(deep)).isNull();
	}

	private String name(Throwable failure) {
		Problem problem = this.mapper.map(failure);
		return (problem != null) ? problem.toString() : "none";
	}

}
