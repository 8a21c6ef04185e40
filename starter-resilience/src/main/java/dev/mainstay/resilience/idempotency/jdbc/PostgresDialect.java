package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * PostgreSQL from version 9.5 on. One statement inserts or reads: it sees the table as it
 * was before its own insert, so there is one row but for a race, and a repetition writes
 * nothing and locks nothing.
 */
final class PostgresDialect extends Dialect {

	private final String claim;

	PostgresDialect(TableName table) {
		super(table);
		this.claim = """
				with fresh as (insert into %s (%s) %s on conflict (id) do nothing returning token)
				select token, null::bytea, false, false, 0::bigint, null::bytea from fresh
				union all %s""".formatted(table, COLUMNS, values(), find());
	}

	@Override
	String now() {
		return "clock_timestamp()";
	}

	@Override
	String later() {
		return "clock_timestamp() + ? * interval '1 millisecond'";
	}

	@Override
	String since(String column) {
		return "(extract(epoch from clock_timestamp() - " + column + ") * 1000)::bigint";
	}

	@Override
	String tableExists() {
		return "select 1 where to_regclass(coalesce(cast(? as text) || '.', '') || cast(? as text)) is not null";
	}

	@Override
	JoinedLock joinedLock() {
		return new AdvisoryLock(table());
	}

	@Override
	ExpiredRows expiredRows() {
		return new PostgresTableWalk(table());
	}

	@Override
	List<ClaimedRow> claim(Session session, Claim claim) throws SQLException {
		return session.query(this.claim, ClaimedRow::read, claimedAndFound(claim));
	}

}
