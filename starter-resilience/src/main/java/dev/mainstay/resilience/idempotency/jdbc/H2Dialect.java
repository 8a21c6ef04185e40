package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * H2 from version 2 on. The second half of the statement also reads the row that the
 * first half may have inserted.
 */
final class H2Dialect extends Dialect {

	/** Two inserted the same row, or changed it, at the same time. */
	private static final Set<String> RACES = Set.of("23505", "90131");

	private final String claim;

	H2Dialect(TableName table) {
		super(table);
		this.claim = """
				select token, fingerprint, false, false, cast(0 as bigint), outcome from final table (
				merge into %1$s t using (%2$s) s (%3$s) on t.id = s.id
				when not matched then insert (%3$s) values (s.id, s.fingerprint, s.token, s.begun, s.lease_until,
				s.valid_until)) union all %4$s""".formatted(table, source(), COLUMNS, find());
	}

	private String source() {
		return "select cast(? as varbinary(66)), cast(? as varbinary(66)), cast(? as varbinary(8)), %s, %s, %s"
			.formatted(now(), later(), later());
	}

	@Override
	String now() {
		return "current_timestamp(3)";
	}

	@Override
	String later() {
		return "dateadd(millisecond, cast(? as bigint), current_timestamp(3))";
	}

	@Override
	String since(String column) {
		return "datediff(millisecond, " + column + ", current_timestamp(3))";
	}

	@Override
	String tableExists() {
		return "select 1 from information_schema.tables where upper(table_schema) = upper(coalesce(?, schema())) "
				+ "and upper(table_name) = upper(?)";
	}

	/** It would hold for everybody who gets the connection later. */
	@Override
	boolean hasStatementTimeout() {
		return false;
	}

	@Override
	boolean isRace(SQLException failure) {
		return super.isRace(failure) || RACES.contains(failure.getSQLState());
	}

	@Override
	JoinedLock joinedLock() {
		return new LocalLock();
	}

	@Override
	List<ClaimedRow> claim(Session session, Claim claim) throws SQLException {
		return session.query(this.claim, ClaimedRow::read, claimedAndFound(claim));
	}

}
