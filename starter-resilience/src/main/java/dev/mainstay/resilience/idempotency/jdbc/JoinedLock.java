package dev.mainstay.resilience.idempotency.jdbc;

import dev.mainstay.resilience.idempotency.Operation;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * What keeps others from running an operation while a transaction runs it that has not
 * written its record yet. The primary key of the record decides nevertheless: two that
 * run at once, because a lock was missed, cannot both be committed. Thread-safe.
 */
abstract sealed class JoinedLock permits AdvisoryLock, NamedLock, LocalLock {

	/**
	 * The expression that tries to take the lock and says whether it has it. It has one
	 * parameter, and is evaluated beside the row of the operation, which may be missing.
	 * @param always whether it is also needed where there is such a row
	 */
	abstract String tried(boolean always);

	/** The parameter of {@link #tried}. */
	abstract Object name(Operation operation);

	/** Where the values come from that are inserted, parameters and expressions. */
	String inserted(String values) {
		return "values (" + values + ")";
	}

	/** The parameters of {@link #inserted} after those of the values. */
	Object[] afterValues(Operation operation) {
		return new Object[0];
	}

	/** Called before the end of a transaction that has the lock and inserts no record. */
	void release(JdbcOperations jdbc, Operation operation) {
	}

	/**
	 * Called when the transaction is over.
	 * @param name what the lock was tried by
	 */
	void ended(Operation operation, Object name) {
	}

}
