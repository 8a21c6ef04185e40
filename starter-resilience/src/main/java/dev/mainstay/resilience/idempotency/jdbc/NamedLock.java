package dev.mainstay.resilience.idempotency.jdbc;

import java.util.List;

import dev.mainstay.resilience.idempotency.Operation;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * The named lock of MySQL and MariaDB, which belongs to the connection. It is taken only
 * where no record is, and given back by the statement that inserts one, so that neither
 * takes a statement of its own. Whoever gets it between that and the commit waits at the
 * primary key and loses there.
 */
final class NamedLock extends JoinedLock {

	/** As long as a name may be, and of this database although names are the server's. */
	private static final String NAME = "sha2(concat(coalesce(database(), ''), '.', ?), 256)";

	private final TableName table;

	private final String now;

	NamedLock(TableName table, String now) {
		this.table = table;
		this.now = now;
	}

	@Override
	String claim(String row, String source, boolean always) {
		String lock = "get_lock(" + NAME + ", 0) = 1";
		String needed = always ? lock
				: "case when id is null or valid_until <= " + this.now + " then " + lock + " else false end";
		return "select " + row + ", " + needed + " from " + source;
	}

	@Override
	Object name(Operation operation) {
		return this.table + "/" + operation.recordKey();
	}

	/**
	 * Among the values, as an {@code insert ... select} takes MariaDB ten times as long.
	 * The answer is 1, or 0 or null where the application has given back what is not its
	 * own: then the primary key decides.
	 */
	@Override
	String until(String later) {
		return later + " + interval if(release_lock(" + NAME + ") = 2, 1, 0) second";
	}

	@Override
	List<Object> afterTime(Operation operation) {
		return List.of(name(operation));
	}

	/** The pool hands the connection, and with it the lock, to somebody else. */
	@Override
	void release(JdbcOperations jdbc, Operation operation) {
		jdbc.query("select release_lock(" + NAME + ")", (row) -> {
		}, name(operation));
	}

}
