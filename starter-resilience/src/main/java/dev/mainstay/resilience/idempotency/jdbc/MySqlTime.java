package dev.mainstay.resilience.idempotency.jdbc;

/**
 * What MySQL and MariaDB have in common. Times are in UTC whatever the time zone of the
 * session, so that no change of the clocks makes a lease an hour longer.
 */
final class MySqlTime {

	static final String NOW = "utc_timestamp(3)";

	static final String LATER = "date_add(utc_timestamp(3), interval (? * 1000) microsecond)";

	static final String TABLE_EXISTS = "select 1 from information_schema.tables "
			+ "where table_schema = coalesce(?, database()) and table_name = ?";

	/** What a snapshot that is too old is told. */
	static final int CHANGED_SINCE_READ = 1020;

	private MySqlTime() {
	}

	static String since(String column) {
		return "timestampdiff(microsecond, " + column + ", utc_timestamp(3)) div 1000";
	}

}
