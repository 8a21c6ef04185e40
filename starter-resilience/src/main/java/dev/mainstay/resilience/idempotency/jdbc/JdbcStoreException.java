package dev.mainstay.resilience.idempotency.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer, or not in time.
 */
final class JdbcStoreException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	JdbcStoreException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
