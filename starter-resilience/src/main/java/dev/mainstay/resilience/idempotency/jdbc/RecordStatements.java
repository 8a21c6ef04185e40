package dev.mainstay.resilience.idempotency.jdbc;

import java.util.Collections;

/**
 * The statements that all databases take, but for their words for the time.
 */
final class RecordStatements {

	private static final String OPEN = " where id = ? and token = ? and outcome is null";

	private final Dialect dialect;

	private final String table;

	/** Made once, as every first request needs it. */
	private final String complete;

	RecordStatements(Dialect dialect) {
		this.dialect = dialect;
		this.table = dialect.table().toString();
		this.complete = "update %s set outcome = ?, valid_until = %s".formatted(this.table, dialect.later()) + OPEN;
	}

	/** Takes a row that has expired, or whose owner was lost, if nobody else did. */
	String seize() {
		return "update %1$s set fingerprint = ?, token = ?, begun = %2$s, lease_until = %3$s, valid_until = %3$s, "
			.formatted(this.table, this.dialect.now(), this.dialect.later())
				+ "outcome = null where id = ? and token = ? and (valid_until <= %1$s or (outcome is null "
					.formatted(this.dialect.now())
				+ "and lease_until <= %s and fingerprint = ?))".formatted(this.dialect.now());
	}

	/** Only what no index holds is changed, and PostgreSQL leaves the indexes alone. */
	String complete() {
		return this.complete;
	}

	String release() {
		return "delete from " + this.table + OPEN;
	}

	String owned() {
		return "select 1 from " + this.table + OPEN;
	}

	String renew(int claims) {
		return "update %1$s set lease_until = %2$s, valid_until = %2$s where outcome is null and (id, token) in (%3$s)"
			.formatted(this.table, this.dialect.later(), list("(?, ?)", claims));
	}

	String held(int claims) {
		return "select id, token from %s where outcome is null and (id, token) in (%s)".formatted(this.table,
				list("(?, ?)", claims));
	}

	String purge(int rows) {
		return "delete from %s where valid_until <= %s and id in (%s)".formatted(this.table, this.dialect.now(),
				list("?", rows));
	}

	String entries(String condition) {
		return "select id, %1$s, outcome, lease_until <= %2$s from %3$s where valid_until > %2$s and %4$s"
			.formatted(this.dialect.since("begun"), this.dialect.now(), this.table, condition);
	}

	String forget() {
		return "delete from %s where id = ? and valid_until > %s".formatted(this.table, this.dialect.now());
	}

	String resolve() {
		return "update %s set outcome = ?, valid_until = %s where id = ? and valid_until > %s and "
			.formatted(this.table, this.dialect.later(), this.dialect.now()) + "(outcome is null or outcome = ?)";
	}

	private static String list(String element, int times) {
		return String.join(", ", Collections.nCopies(times, element));
	}

}
