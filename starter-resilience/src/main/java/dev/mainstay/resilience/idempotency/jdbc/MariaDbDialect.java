package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * MariaDB from version 10.5 on. An insert that finds a row changes nothing in it and
 * returns it, so a repetition takes one statement.
 */
final class MariaDbDialect extends Dialect {

	private final String claim;

	MariaDbDialect(TableName table) {
		super(table);
		this.claim = "insert into %s (%s) %s on duplicate key update id = id returning %s".formatted(table, COLUMNS,
				values(), found());
	}

	@Override
	String now() {
		return MySqlTime.NOW;
	}

	@Override
	String later() {
		return MySqlTime.LATER;
	}

	@Override
	String since(String column) {
		return MySqlTime.since(column);
	}

	@Override
	String tableExists() {
		return MySqlTime.TABLE_EXISTS;
	}

	@Override
	boolean isRace(SQLException failure) {
		return super.isRace(failure) || failure.getErrorCode() == MySqlTime.CHANGED_SINCE_READ;
	}

	@Override
	JoinedLock joinedLock() {
		return new NamedLock(table());
	}

	@Override
	List<ClaimedRow> claim(Session session, Claim claim) throws SQLException {
		return session.query(this.claim, ClaimedRow::read, claimed(claim));
	}

}
