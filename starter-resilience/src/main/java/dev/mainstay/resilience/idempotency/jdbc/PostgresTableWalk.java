package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds expired rows without an index, which every request would pay for: a B-tree on the
 * time of expiry is a tenth of what it writes, and the smallest value of a BRIN index
 * never rises on pages that are used anew, so that soon it excludes none. Walks through
 * the table instead, a part with each call, from where the last one has stopped. From
 * version 14 on, PostgreSQL reads no more than that part.
 */
final class PostgresTableWalk implements ExpiredRows {

	/** A table of 8 MB is walked through at once. */
	private static final long SMALL = 1024;

	/** As many as are read from a disk in the time that a store has. */
	private static final long MOST = 8192;

	/** In how many calls a table is walked through. */
	private static final int PARTS = 60;

	/** The place in front of the first row. */
	private static final String BEGIN = "(0,0)";

	private final String size;

	private final String table;

	private final String part;

	private String place = BEGIN;

	PostgresTableWalk(TableName table) {
		this.table = table.toString();
		this.size = "select pg_relation_size(cast(? as regclass)) / current_setting('block_size')::bigint";
		this.part = "select id, ctid::text from %s where ctid > cast(? as tid) and ctid < cast(? as tid) "
			.formatted(table) + "and valid_until <= clock_timestamp() limit ?";
	}

	@Override
	public synchronized List<byte[]> next(Session session, int limit) throws SQLException {
		long pages = session.query(this.size, (row) -> row.getLong(1), this.table).get(0);
		long end = pageOf(this.place) + Math.min(MOST, Math.max(SMALL, pages / PARTS));
		List<Row> found = session.query(this.part, Row::read, this.place, "(" + end + ",0)", limit);
		if (found.size() == limit) {
			this.place = found.get(limit - 1).place();
		}
		else {
			this.place = (end < pages) ? "(" + end + ",0)" : BEGIN;
		}
		return found.stream().map(Row::id).toList();
	}

	private static long pageOf(String place) {
		return Long.parseLong(place.substring(1, place.indexOf(',')));
	}

	/**
	 * An expired row.
	 *
	 * @param id its name
	 * @param place where it stands, as the number of the page and that within the page
	 */
	private record Row(byte[] id, String place) {

		static Row read(ResultSet row) throws SQLException {
			return new Row(row.getBytes(1), row.getString(2));
		}

	}

}
