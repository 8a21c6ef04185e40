package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.mainstay.resilience.idempotency.IdempotencyRecords.Entry;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.OutcomeFormat;
import dev.mainstay.resilience.idempotency.Retention;

/**
 * What is done to records by others than their owners: operators, and the one who tidies.
 */
final class JdbcRecords {

	private static final byte[] UNKNOWN = OutcomeFormat.write(new Outcome.Unknown());

	private final RecordStatements statements;

	private final ExpiredRows expired;

	private final Retention retention;

	JdbcRecords(RecordStatements statements, ExpiredRows expired, Retention retention) {
		this.statements = statements;
		this.expired = expired;
		this.retention = retention;
	}

	Optional<Entry> find(Session session, String recordKey) throws SQLException {
		return session
			.query(this.statements.entries("id = ?"), JdbcRecords::entry,
					new Object[] { OpaqueText.toBytes(recordKey) })
			.stream()
			.findFirst();
	}

	List<Entry> unfinished(Session session, int limit) throws SQLException {
		return session.query(this.statements.entries("outcome is null order by begun limit ?"), JdbcRecords::entry,
				limit);
	}

	private static Entry entry(ResultSet row) throws SQLException {
		long age = row.getLong(2);
		Duration known = row.wasNull() ? null : Duration.ofMillis(Math.max(0, age));
		byte[] outcome = row.getBytes(3);
		return new Entry(OpaqueText.toText(row.getBytes(1)), known,
				(outcome != null) ? OutcomeFormat.read(outcome) : null, outcome == null && row.getBoolean(4));
	}

	boolean resolve(Session session, String recordKey, Outcome outcome) throws SQLException {
		return session.update(this.statements.resolve(), OutcomeFormat.write(outcome),
				this.retention.of(outcome).toMillis(), OpaqueText.toBytes(recordKey), UNKNOWN) == 1;
	}

	int purge(Session session, int limit) throws SQLException {
		List<byte[]> expired = this.expired.next(session, limit);
		if (!expired.isEmpty()) {
			session.update(this.statements.purge(expired.size()), expired.toArray());
		}
		return expired.size();
	}

}
