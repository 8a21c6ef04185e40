package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * What a database is, and whether our table is in it.
 *
 * @param product the name of the database
 * @param database which of those that we know, {@code null} if it is none of them
 * @param present whether the table is there
 * @since 0.1.0
 */
public record JdbcProbe(String product, @Nullable JdbcDatabase database, boolean present) {

	/**
	 * Look. Called once, when the application starts.
	 * @param source gives a connection
	 * @param table the name of the table
	 * @param timeout how long to wait for the answer
	 * @return what was found
	 * @throws RuntimeException if the database cannot be asked, does not answer in time,
	 * or has another table of that name
	 */
	public static JdbcProbe of(DataSource source, TableName table, Duration timeout) {
		StoreCall<JdbcProbe> call = new StoreCall<>(source, (connection) -> look(connection, table, timeout), null);
		Thread thread = new Thread(null, call, "mainstay-idempotency-probe", 0, false);
		thread.setDaemon(true);
		thread.start();
		return call.await(timeout);
	}

	private static JdbcProbe look(Connection connection, TableName table, Duration timeout) throws SQLException {
		String product = connection.getMetaData().getDatabaseProductName();
		JdbcDatabase database = JdbcDatabase.of(connection.getMetaData());
		if (database == null) {
			return new JdbcProbe(product, null, false);
		}
		Dialect dialect = database.dialect(table);
		Session session = new Session(connection, dialect, StoreCalls.seconds(timeout));
		List<Integer> found = session.query(dialect.tableExists(), (row) -> row.getInt(1), table.schema(),
				table.table());
		if (!found.isEmpty()) {
			session.query(dialect.find(), ClaimedRow::read, new Object[] { new byte[0] });
		}
		return new JdbcProbe(product, database, !found.isEmpty());
	}

}
