package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The statements that are a part of a transaction of the application. The row is written
 * once, at the end. Each text is made once, as every request needs two of them.
 */
final class JoinedStatements {

	private final String claim;

	private final String takeOver;

	private final String displace;

	private final String insertEnd;

	private final String insertUnfinished;

	JoinedStatements(Dialect dialect, JoinedLock lock) {
		String source = "(select 1 as one) one left join " + dialect.table() + " on id = ?";
		this.claim = lock.claim(dialect.found(), source, false);
		this.takeOver = lock.claim(dialect.found(), source, true);
		this.displace = "delete from %1$s where id = ? and (valid_until <= %2$s or (outcome is null and lease_until <= %2$s))"
			.formatted(dialect.table(), dialect.now());
		this.insertEnd = insert(dialect, lock, "null", "null");
		this.insertUnfinished = insert(dialect, lock, dialect.now(), dialect.later());
	}

	private static String insert(Dialect dialect, JoinedLock lock, String begun, String lease) {
		return "insert into %s (%s, outcome) values (?, ?, ?, %s, %s, %s, ?)".formatted(dialect.table(),
				Dialect.COLUMNS, begun, lease, lock.until(dialect.later()));
	}

	/** Tries the lock and reads the row, in one trip. */
	String claim(boolean takesOver) {
		return takesOver ? this.takeOver : this.claim;
	}

	/** Makes room where a row has expired, or its owner was lost, and is so still. */
	String displace() {
		return this.displace;
	}

	/** What has ended has no lease, and nobody asks any more when it began. */
	String insertEnd() {
		return this.insertEnd;
	}

	String insertUnfinished() {
		return this.insertUnfinished;
	}

	/**
	 * What a claim has found.
	 *
	 * @param record what stands in the table, {@code null} if nothing does
	 * @param locked whether the lock was taken
	 */
	record Found(@Nullable ClaimedRow record, boolean locked) {

		/** The column after those of {@link ClaimedRow}. */
		private static final int LOCKED = 7;

		static Found read(PreparedStatement statement) throws SQLException {
			statement.execute();
			ResultSet row = next(statement);
			boolean apart = row.getMetaData().getColumnCount() == 1;
			boolean locked = row.getBoolean(apart ? 1 : LOCKED);
			if (apart) {
				statement.getMoreResults();
				row = next(statement);
			}
			return new Found((row.getBytes(1) != null) ? ClaimedRow.read(row) : null, locked);
		}

		private static ResultSet next(PreparedStatement statement) throws SQLException {
			ResultSet row = statement.getResultSet();
			row.next();
			return row;
		}

	}

}
