package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A transaction of PostgreSQL in which a statement has failed. It refuses all others,
 * also if whoever asked the failed one has caught that, and is rolled back whatever is
 * asked.
 */
final class AbortedTransaction {

	private static final String STATE = "25P02";

	private AbortedTransaction() {
	}

	static boolean isReasonFor(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException refusal && STATE.equals(refusal.getSQLState())) {
				return true;
			}
		}
		return false;
	}

}
