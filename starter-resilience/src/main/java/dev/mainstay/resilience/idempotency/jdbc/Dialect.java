package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * How a database is asked. The statements that all of them take are the same but for the
 * time, which is always the database's. Thread-safe.
 */
abstract sealed class Dialect permits PostgresDialect, MySqlFamilyDialect, H2Dialect {

	/** What a claim writes, in the order of {@link #claimed}. */
	static final String COLUMNS = "id, fingerprint, token, begun, lease_until, valid_until";

	private final TableName table;

	Dialect(TableName table) {
		this.table = table;
	}

	final TableName table() {
		return this.table;
	}

	/** The time at which the statement runs. */
	abstract String now();

	/** That time and as many milliseconds as a parameter says. */
	abstract String later();

	/** The milliseconds since a column. */
	abstract String since(String column);

	/** Asks by schema, which may be {@code null}, and name whether a table is there. */
	abstract String tableExists();

	/** Finds what may be deleted, for one store. */
	ExpiredRows expiredRows() {
		return (session, limit) -> session
			.query("select id from %1$s where valid_until <= %2$s order by valid_until limit ?".formatted(this.table,
					now()), (row) -> row.getBytes(1), limit);
	}

	/**
	 * Insert a row, or find the one that is there.
	 * @return the row; none if one was there and is gone again, or not to be seen yet
	 */
	abstract List<ClaimedRow> claim(Session session, Claim claim) throws SQLException;

	/** Whether the time-out of a statement leaves the connection as it was. */
	boolean hasStatementTimeout() {
		return true;
	}

	/** Whether a statement has lost a race that it may win if it is made again. */
	boolean isRace(SQLException failure) {
		return failure.getSQLState() != null && failure.getSQLState().startsWith("40");
	}

	/** What keeps two from running an operation that is not written down yet. */
	abstract JoinedLock joinedLock();

	final String values() {
		return "values (?, ?, ?, %s, %s, %s)".formatted(now(), later(), later());
	}

	static Object[] claimed(Claim claim) {
		return new Object[] { claim.id(), claim.fingerprint(), claim.token(), claim.leaseMillis(), claim.keepMillis() };
	}

	/** The parameters of {@link #claimed}, and the name once more. */
	static Object[] claimedAndFound(Claim claim) {
		return new Object[] { claim.id(), claim.fingerprint(), claim.token(), claim.leaseMillis(), claim.keepMillis(),
				claim.id() };
	}

	/** What {@link ClaimedRow} reads. */
	final String found() {
		return "token, fingerprint, lease_until <= %1$s, valid_until <= %1$s, %2$s, outcome".formatted(now(),
				since("begun"));
	}

	final String find() {
		return "select %s from %s where id = ?".formatted(found(), this.table);
	}

}
