package dev.mainstay.core.problem.data;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads SQLState codes (ISO 9075 and those of the databases) and, where a database has
 * one for many things, its own error codes. Constraints that no caller can know of, such
 * as a column that must not be null, are faults of the service and not told apart here.
 */
final class SqlStates {

	private static final String INTEGRITY = "23000";

	private static final Map<String, DataFailure> STATES = Map.ofEntries(Map.entry("23505", DataFailure.CONFLICT),
			Map.entry("23503", DataFailure.CONFLICT), Map.entry("23504", DataFailure.CONFLICT),
			// H2 (no parent), PostgreSQL and Db2 (RESTRICT), PostgreSQL (EXCLUDE)
			Map.entry("23506", DataFailure.CONFLICT), Map.entry("23001", DataFailure.CONFLICT),
			Map.entry("23P01", DataFailure.CONFLICT),
			// too long, out of range, no such moment, no such character
			Map.entry("22001", DataFailure.UNFIT), Map.entry("22003", DataFailure.UNFIT),
			Map.entry("22008", DataFailure.UNFIT), Map.entry("22021", DataFailure.UNFIT),
			// deadlock and serialization, then locks and statements that took too long
			Map.entry("40000", DataFailure.BUSY), Map.entry("40001", DataFailure.BUSY),
			Map.entry("40P01", DataFailure.BUSY), Map.entry("55P03", DataFailure.BUSY),
			Map.entry("57014", DataFailure.BUSY), Map.entry("57033", DataFailure.BUSY),
			Map.entry("61000", DataFailure.BUSY), Map.entry("HYT00", DataFailure.BUSY),
			// PostgreSQL is starting, is shut down, has crashed
			Map.entry("57P01", DataFailure.UNREACHABLE), Map.entry("57P02", DataFailure.UNREACHABLE),
			Map.entry("57P03", DataFailure.UNREACHABLE));

	private static final Map<String, DataFailure> CLASSES = Map.of("08", DataFailure.UNREACHABLE, "53",
			DataFailure.BUSY);

	/**
	 * MySQL and MariaDB, Oracle, SQL Server: unique and foreign keys, for all of which
	 * they say 23000.
	 */
	private static final Set<Integer> CONFLICTS = Set.of(1022, 1062, 1169, 1586, 1216, 1217, 1451, 1452, 1, 2291, 2292,
			2601, 2627);

	/** SQL Server says so of foreign keys and of check constraints. */
	private static final int EITHER = 547;

	/** States that mean it with one error code: Oracle, too long for the column. */
	private static final Map<String, Integer> UNFIT = Map.of("72000", 12899,
			// H2: out of range. To the standard it is a null that is not allowed.
			"22004", 22004);

	private SqlStates() {
	}

	static @Nullable DataFailure read(SQLException failure) {
		DataFailure read = read(failure.getSQLState(), failure.getErrorCode());
		if (read != null) {
			return read;
		}
		if (INTEGRITY.equals(failure.getSQLState()) && failure.getErrorCode() == EITHER) {
			String text = String.valueOf(failure.getMessage()).toUpperCase(Locale.ROOT);
			return text.contains("CHECK CONSTRAINT") ? null : DataFailure.CONFLICT;
		}
		return byType(failure);
	}

	static @Nullable DataFailure read(@Nullable String state, int errorCode) {
		if (INTEGRITY.equals(state) && CONFLICTS.contains(errorCode)) {
			return DataFailure.CONFLICT;
		}
		if (state == null || state.length() < 2) {
			return null;
		}
		if (Integer.valueOf(errorCode).equals(UNFIT.get(state))) {
			return DataFailure.UNFIT;
		}
		DataFailure known = STATES.get(state);
		return (known != null) ? known : CLASSES.get(state.substring(0, 2));
	}

	private static @Nullable DataFailure byType(SQLException failure) {
		if (failure instanceof SQLTransientConnectionException) {
			// A pool that has no connection free says this without a cause; one that gets
			// no connection made says why.
			boolean refused = failure.getCause() instanceof SQLException
					|| failure.getCause() instanceof ConnectException;
			return refused ? DataFailure.UNREACHABLE : DataFailure.BUSY;
		}
		if (failure instanceof SQLTimeoutException || failure instanceof SQLTransactionRollbackException) {
			return DataFailure.BUSY;
		}
		boolean gone = failure instanceof SQLNonTransientConnectionException
				|| failure instanceof SQLRecoverableException;
		return gone ? DataFailure.UNREACHABLE : null;
	}

}
