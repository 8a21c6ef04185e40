package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * Finds the rows that have expired. Used by one thread at a time.
 */
interface ExpiredRows {

	/**
	 * Find some. Called again while there were as many as asked for.
	 * @param session asks
	 * @param limit how many at most
	 * @return their names
	 */
	List<byte[]> next(Session session, int limit) throws SQLException;

}
