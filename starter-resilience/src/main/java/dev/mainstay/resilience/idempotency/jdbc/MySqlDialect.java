package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * MySQL from version 5.7 on. It returns nothing from an insert, so a repetition takes a
 * second statement.
 */
final class MySqlDialect extends MySqlFamilyDialect {

	private final String insert;

	private final String find;

	MySqlDialect(TableName table) {
		super(table);
		this.insert = "insert ignore into %s (%s) %s".formatted(table, COLUMNS, values());
		this.find = find();
	}

	@Override
	List<ClaimedRow> claim(Session session, Claim claim) throws SQLException {
		if (session.update(this.insert, claimed(claim)) == 1) {
			return List.of(new ClaimedRow(claim.token(), claim.fingerprint(), false, false, Duration.ZERO, null));
		}
		return session.query(this.find, ClaimedRow::read, new Object[] { claim.id() });
	}

}
