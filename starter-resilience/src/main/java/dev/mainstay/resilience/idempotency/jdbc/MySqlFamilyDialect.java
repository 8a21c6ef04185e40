package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;

/**
 * What MySQL and MariaDB have in common. Times are in UTC whatever the time zone of the
 * session, so that no change of the clocks makes a lease an hour longer.
 */
abstract sealed class MySqlFamilyDialect extends Dialect permits MySqlDialect, MariaDbDialect {

	/** What a snapshot that is too old is told. */
	private static final int CHANGED_SINCE_READ = 1020;

	MySqlFamilyDialect(TableName table) {
		super(table);
	}

	@Override
	final String now() {
		return "utc_timestamp(3)";
	}

	@Override
	final String later() {
		return "date_add(utc_timestamp(3), interval (? * 1000) microsecond)";
	}

	@Override
	final String since(String column) {
		return "timestampdiff(microsecond, " + column + ", utc_timestamp(3)) div 1000";
	}

	@Override
	final String tableExists() {
		return "select 1 from information_schema.tables where table_schema = coalesce(?, database()) "
				+ "and table_name = ?";
	}

	@Override
	final JoinedLock joinedLock() {
		return new NamedLock(table(), now());
	}

	@Override
	final boolean isRace(SQLException failure) {
		return super.isRace(failure) || failure.getErrorCode() == CHANGED_SINCE_READ;
	}

}
