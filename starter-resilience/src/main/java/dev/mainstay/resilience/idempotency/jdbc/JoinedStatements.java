package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The statements that are a part of a transaction of the application. The row is written
 * once, at the end.
 */
final class JoinedStatements {

	private final Dialect dialect;

	private final JoinedLock lock;

	JoinedStatements(Dialect dialect, JoinedLock lock) {
		this.dialect = dialect;
		this.lock = lock;
	}

	/** Tries the lock and reads the row, in one trip. */
	String claim(boolean takesOver) {
		String source = "(select 1 as one) one left join " + this.dialect.table() + " on id = ?";
		return this.lock.claim(this.dialect.found(), source, takesOver);
	}

	/** Makes room where a row has expired, or its owner was lost, and is so still. */
	String displace() {
		return "delete from %1$s where id = ? and (valid_until <= %2$s or (outcome is null and lease_until <= %2$s))"
			.formatted(this.dialect.table(), this.dialect.now());
	}

	/** What has ended has no lease, and nobody asks any more when it began. */
	String insertEnd() {
		return insert("null", "null");
	}

	String insertUnfinished() {
		return insert(this.dialect.now(), this.dialect.later());
	}

	private String insert(String begun, String lease) {
		return "insert into %s (%s, outcome) values (?, ?, ?, %s, %s, %s, ?)".formatted(this.dialect.table(),
				Dialect.COLUMNS, begun, lease, this.lock.until(this.dialect.later()));
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
