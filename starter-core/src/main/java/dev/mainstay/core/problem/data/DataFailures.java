package dev.mainstay.core.problem.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.internal.Causes;
import io.r2dbc.spi.R2dbcException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Finds out what a failure of a data store comes down to. What Spring made of it is
 * believed first, then what the database said.
 */
final class DataFailures {

	private static final String DAO = "org.springframework.dao.";

	private static final String JPA = "jakarta.persistence.";

	private static final String HIBERNATE = "org.hibernate.";

	private static final String R2DBC = "io.r2dbc.spi.R2dbc";

	private static final boolean r2dbc = ClassUtils.isPresent("io.r2dbc.spi.R2dbcException",
			DataFailures.class.getClassLoader());

	/** Types that say all. */
	private static final Map<String, DataFailure> CERTAIN = Map.ofEntries(
			Map.entry(DAO + "DuplicateKeyException", DataFailure.CONFLICT),
			Map.entry(DAO + "OptimisticLockingFailureException", DataFailure.STALE),
			Map.entry(DAO + "ConcurrencyFailureException", DataFailure.BUSY),
			Map.entry(DAO + "QueryTimeoutException", DataFailure.BUSY),
			Map.entry("org.springframework.transaction.TransactionTimedOutException", DataFailure.BUSY),
			Map.entry(JPA + "EntityExistsException", DataFailure.CONFLICT),
			Map.entry(JPA + "OptimisticLockException", DataFailure.STALE),
			Map.entry(JPA + "PessimisticLockException", DataFailure.BUSY),
			Map.entry(JPA + "LockTimeoutException", DataFailure.BUSY),
			Map.entry(JPA + "QueryTimeoutException", DataFailure.BUSY),
			Map.entry(HIBERNATE + "StaleStateException", DataFailure.STALE),
			Map.entry(HIBERNATE + "dialect.lock.OptimisticEntityLockException", DataFailure.STALE),
			Map.entry(HIBERNATE + "PessimisticLockException", DataFailure.BUSY),
			Map.entry(HIBERNATE + "exception.LockAcquisitionException", DataFailure.BUSY),
			Map.entry(HIBERNATE + "exception.LockTimeoutException", DataFailure.BUSY),
			Map.entry(HIBERNATE + "exception.TransactionSerializationException", DataFailure.BUSY),
			Map.entry(HIBERNATE + "exception.SnapshotIsolationException", DataFailure.BUSY),
			Map.entry(R2DBC + "TimeoutException", DataFailure.BUSY),
			Map.entry(R2DBC + "RollbackException", DataFailure.BUSY));

	/** Types that say something where the database said nothing more. */
	private static final Map<String, DataFailure> GENERAL = Map.of(DAO + "TransientDataAccessException",
			DataFailure.BUSY, DAO + "DataAccessResourceFailureException", DataFailure.UNREACHABLE,
			DAO + "RecoverableDataAccessException", DataFailure.UNREACHABLE,
			HIBERNATE + "exception.JDBCConnectionException", DataFailure.UNREACHABLE,
			R2DBC + "TransientResourceException", DataFailure.BUSY, R2DBC + "NonTransientResourceException",
			DataFailure.UNREACHABLE);

	private DataFailures() {
	}

	static @Nullable DataFailure find(List<Throwable> causes) {
		for (Throwable cause : causes) {
			DataFailure certain = Causes.lookUp(cause, CERTAIN);
			DataFailure found = (certain != null) ? certain : said(cause);
			if (found != null) {
				return found;
			}
		}
		for (Throwable cause : causes) {
			DataFailure general = Causes.lookUp(cause, GENERAL);
			if (general != null) {
				return general;
			}
		}
		return null;
	}

	private static @Nullable DataFailure said(Throwable cause) {
		if (cause instanceof SQLException failure) {
			return SqlStates.read(failure);
		}
		return r2dbc ? Reactive.said(cause) : null;
	}

	/** Only here is R2DBC linked. */
	private static final class Reactive {

		private Reactive() {
		}

		static @Nullable DataFailure said(Throwable cause) {
			return (cause instanceof R2dbcException failure)
					? SqlStates.read(failure.getSqlState(), failure.getErrorCode()) : null;
		}

	}

}
