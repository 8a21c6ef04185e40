package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A connection that was taken for one call of the store. Each statement is a transaction
 * of its own, also where the pool hands out connections without auto-commit, so that the
 * isolation level of the pool does not matter: a snapshot is as old as its statement.
 * Used by one thread.
 */
final class Session {

	/** Nobody loses so often but in a database that is stuck. */
	private static final int ATTEMPTS = 20;

	private final Connection connection;

	private final Dialect dialect;

	private final int timeoutSeconds;

	Session(Connection connection, Dialect dialect, int timeoutSeconds) {
		this.connection = connection;
		this.dialect = dialect;
		this.timeoutSeconds = timeoutSeconds;
	}

	<T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
		return repeated(sql, (statement) -> {
			List<T> rows = new ArrayList<>();
			try (ResultSet results = statement.executeQuery()) {
				while (results.next()) {
					rows.add(reader.read(results));
				}
			}
			return rows;
		}, parameters);
	}

	int update(String sql, @Nullable Object... parameters) throws SQLException {
		return repeated(sql, PreparedStatement::executeUpdate, parameters);
	}

	/**
	 * A stricter isolation level of the pool makes a statement fail that has met a change
	 * of somebody else. Its next try sees it.
	 */
	private <T> T repeated(String sql, Execution<T> execution, @Nullable Object... parameters) throws SQLException {
		for (int attempt = 1;; attempt++) {
			try {
				return transaction(sql, execution, parameters);
			}
			catch (SQLException ex) {
				if (attempt == ATTEMPTS || !this.dialect.isRace(ex)) {
					throw ex;
				}
			}
		}
	}

	private <T> T transaction(String sql, Execution<T> execution, @Nullable Object... parameters) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			if (this.dialect.hasStatementTimeout()) {
				statement.setQueryTimeout(this.timeoutSeconds);
			}
			bind(statement, parameters);
			T result = execution.execute(statement);
			if (!this.connection.getAutoCommit()) {
				this.connection.commit();
			}
			return result;
		}
		catch (SQLException ex) {
			rollback(ex);
			throw ex;
		}
	}

	private void rollback(SQLException failure) {
		try {
			if (!this.connection.getAutoCommit()) {
				this.connection.rollback();
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
		for (int i = 0; i < parameters.length; i++) {
			if (parameters[i] instanceof byte[] bytes) {
				statement.setBytes(i + 1, bytes);
			}
			else {
				statement.setObject(i + 1, parameters[i]);
			}
		}
	}

	/**
	 * Reads a row.
	 *
	 * @param <T> what it becomes
	 */
	interface RowReader<T> {

		T read(ResultSet row) throws SQLException;

	}

	/**
	 * Executes a statement.
	 *
	 * @param <T> its result
	 */
	private interface Execution<T> {

		T execute(PreparedStatement statement) throws SQLException;

	}

}
