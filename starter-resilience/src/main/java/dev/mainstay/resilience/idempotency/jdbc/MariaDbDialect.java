package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * MariaDB from version 10.5 on. An insert that finds a row changes nothing in it and
 * returns it, so a repetition takes one statement.
 */
final class MariaDbDialect extends MySqlFamilyDialect {

	private final String claim;

	MariaDbDialect(TableName table) {
		super(table);
		this.claim = "insert into %s (%s) %s on duplicate key update id = id returning %s".formatted(table, COLUMNS,
				values(), found());
	}

	@Override
	List<ClaimedRow> claim(Session session, Claim claim) throws SQLException {
		return session.query(this.claim, ClaimedRow::read, claimed(claim));
	}

}
