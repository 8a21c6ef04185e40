package dev.mainstay.resilience.idempotency.jdbc;

import java.util.List;

import dev.mainstay.resilience.idempotency.Operation;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * What keeps others from running an operation while a transaction runs it that has not
 * written its record yet. The primary key of the record decides nevertheless: two that
 * run at once, because a lock was missed, cannot both be committed. Thread-safe.
 */
abstract sealed class JoinedLock permits AdvisoryLock, NamedLock, LocalLock {

	/**
	 * What tries to take the lock and then reads a row, by one or two statements in one
	 * trip. The lock has one parameter, which comes before those of the row.
	 * @param row the columns that are read
	 * @param source where they are read; there is a row of nulls if there is none
	 * @param always whether the lock is also needed where there is a row
	 * @return one statement, whose row has one column more that says whether the lock was
	 * taken; or two, of which the first one says so
	 */
	abstract String claim(String row, String source, boolean always);

	/** The parameter of the lock. */
	abstract Object name(Operation operation);

	/**
	 * How long the record that is inserted holds. May give the lock back, by a parameter
	 * behind those of the time.
	 */
	String until(String later) {
		return later;
	}

	/** The parameters of {@link #until} behind those of the time. */
	List<Object> afterTime(Operation operation) {
		return List.of();
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
