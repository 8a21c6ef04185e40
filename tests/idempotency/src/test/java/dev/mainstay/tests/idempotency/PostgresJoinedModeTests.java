package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On PostgreSQL, whose lock ends with the transaction.
 */
class PostgresJoinedModeTests extends AbstractJoinedModeTests {

	PostgresJoinedModeTests() {
		super(JdbcDatabase.POSTGRESQL);
	}

	@Override
	HikariDataSource openPool() {
		return PostgresServer.pool();
	}

	/** The database itself says no, when it is asked to commit. */
	@Test
	void aConstraintThatIsCheckedLateUndoesTheAnswer() {
		this.sql.execute("truncate business");
		this.sql
			.execute("alter table business add constraint business_late unique (ref) deferrable initially deferred");
		try {
			this.sql.update("insert into business values (?)", this.ref);
			HttpResponse<String> answer = post("/row");
			assertThat(answer.statusCode()).as("as without a key").isEqualTo(409);
			assertThat(answer.body()).contains("\"code\":\"conflict\"");
			assertThat(rows()).isOne();
			this.sql.update("delete from business where ref = ?", this.ref);
			assertThat(post("/row").statusCode()).isEqualTo(201);
			assertThat(status(post("/row"))).isEqualTo("replayed");
		}
		finally {
			this.sql.execute("alter table business drop constraint business_late");
		}
	}

	/** Nothing can be written any more where a statement has failed, also no record. */
	@Test
	void aStatementThatFailedAndWasCaughtUndoesWhatWasWrittenButNotTheAnswer() {
		this.sql.execute("drop table if exists seat");
		this.sql.execute("create table seat (number int primary key)");
		this.sql.update("insert into seat values (1)");
		HttpResponse<String> first = post("/taken");
		assertThat(first.statusCode()).isEqualTo(409);
		assertThat(first.body()).startsWith("taken");
		HttpResponse<String> second = post("/taken");
		assertThat(status(second)).isEqualTo("replayed");
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(rows()).isZero();
	}

}
