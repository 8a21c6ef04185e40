package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.OutcomeFormat;
import dev.mainstay.resilience.idempotency.Retention;

import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps the records in a table that all instances of a service share. Thread-safe.
 * <p>
 * A first request takes two statements, one before and one after it ran; a repetition
 * takes one, two on MySQL. Each is a transaction of its own on a connection of its own
 * and never part of one of the application. All times are the database's. A record that
 * has expired counts as gone, whether it was deleted or not.
 * <p>
 * The store is as large as the disk, and no caller has a share of it.
 *
 * @since 0.1.0
 */
public final class JdbcIdempotencyStore implements IdempotencyStore, IdempotencyRecords, AutoCloseable {

	/** More races than this are lost to a database that is stuck. */
	private static final int ATTEMPTS = 20;

	private final DataSource source;

	private final JdbcTable table;

	private final Dialect dialect;

	private final Retention retention;

	private final RecordStatements statements;

	private final LeaseRenewal renewal;

	private final JdbcRecords records;

	private final StoreCalls calls;

	private final Duration timeout;

	/**
	 * Create the store. Nothing is asked of the database.
	 * @param source gives connections to the database
	 * @param table where the records are, see {@link JdbcProbe}
	 * @param retention for how long a record is kept after its operation has ended
	 * @param timeout how long a call waits at most, for a connection and the answer
	 */
	public JdbcIdempotencyStore(DataSource source, JdbcTable table, Retention retention, Duration timeout) {
		this.source = source;
		this.table = table;
		this.dialect = table.dialect();
		this.retention = retention;
		this.statements = new RecordStatements(this.dialect);
		this.renewal = new LeaseRenewal(this.statements);
		this.records = new JdbcRecords(this.statements, this.dialect.expiredRows(), retention);
		this.calls = new StoreCalls(source, this.dialect, timeout);
		this.timeout = timeout;
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		Claim claim = Claim.of(operation, lease, this.retention.answers());
		return this.calls.call((session) -> claim(session, claim), (session) -> undo(session, claim));
	}

	private ClaimResult claim(Session session, Claim claim) throws SQLException {
		for (int i = 0; i < ATTEMPTS; i++) {
			List<ClaimedRow> rows = this.dialect.claim(session, claim);
			if (rows.stream().anyMatch((row) -> row.isOf(claim.token()))) {
				return granted(claim);
			}
			if (!rows.isEmpty() && !rows.get(0).expired()) {
				return rows.get(0).answer(claim.fingerprint());
			}
			if (!rows.isEmpty() && seize(session, claim, rows.get(0).token())) {
				return granted(claim);
			}
		}
		throw new JdbcStoreException("A record came and went while it was asked for", null);
	}

	private static ClaimResult granted(Claim claim) {
		return new ClaimResult.Granted(Tokens.toText(claim.token()));
	}

	private boolean seize(Session session, Claim claim, byte[] lost) throws SQLException {
		return session.update(this.statements.seize(), claim.fingerprint(), claim.token(), claim.leaseMillis(),
				claim.keepMillis(), claim.id(), lost, claim.fingerprint()) == 1;
	}

	private boolean undo(Session session, Claim claim) throws SQLException {
		return session.update(this.statements.release(), claim.id(), claim.token()) == 1;
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		Claim claim = Claim.of(operation, lease, this.retention.answers());
		return this.calls.call(
				(session) -> seize(session, claim, Tokens.toBytes(lost)) ? granted(claim) : claim(session, claim),
				(session) -> undo(session, claim));
	}

	@Override
	public boolean needsRenewal() {
		return true;
	}

	@Override
	public Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
		long keep = lease.plus(this.retention.answers()).toMillis();
		return this.calls.call((session) -> this.renewal.renew(session, claims, lease.toMillis(), keep));
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		byte[] bytes = OutcomeFormat.write(outcome);
		return update(this.statements.complete(), bytes, this.retention.of(outcome).toMillis(),
				OpaqueText.toBytes(recordKey), Tokens.toBytes(token));
	}

	@Override
	public boolean release(String recordKey, String token) {
		return update(this.statements.release(), OpaqueText.toBytes(recordKey), Tokens.toBytes(token));
	}

	/**
	 * {@inheritDoc} The lease was given by the last renewal, and runs out by itself.
	 */
	@Override
	public boolean abandon(String recordKey, String token) {
		return this.calls.call(
				(session) -> !session
					.query(this.statements.owned(), (row) -> row.getInt(1), OpaqueText.toBytes(recordKey),
							Tokens.toBytes(token))
					.isEmpty());
	}

	private boolean update(String sql, Object... parameters) {
		return this.calls.call((session) -> session.update(sql, parameters) == 1);
	}

	@Override
	public Optional<Entry> find(String recordKey) {
		return this.calls.call((session) -> this.records.find(session, recordKey));
	}

	@Override
	public List<Entry> unfinished(int limit) {
		return this.calls.call((session) -> this.records.unfinished(session, limit));
	}

	@Override
	public boolean forget(String recordKey) {
		return update(this.statements.forget(), OpaqueText.toBytes(recordKey));
	}

	@Override
	public boolean resolve(String recordKey, Outcome outcome) {
		return this.calls.call((session) -> this.records.resolve(session, recordKey, outcome));
	}

	/**
	 * The same records, written in transactions of the application.
	 * @param manager begins and ends them; of the same data source
	 * @return the store, of which there should be one
	 */
	public JdbcJoinedStore joinedBy(PlatformTransactionManager manager) {
		return new JdbcJoinedStore(manager, this.source, this.dialect, this.retention, this.timeout);
	}

	/**
	 * Delete records that have expired. Called now and then; they are promised to nobody.
	 * On PostgreSQL one call looks at a part of a large table, the next one at the next.
	 * @param limit how many at most
	 * @return how many there were
	 */
	public int purge(int limit) {
		return this.calls.call((session) -> this.records.purge(session, limit));
	}

	/**
	 * Let the calls come to an end that were made. Called when the application ends.
	 */
	@Override
	public void close() {
		this.calls.close();
	}

	/**
	 * Where the records are, for people.
	 */
	@Override
	public String toString() {
		return this.table.database().product() + ", table " + this.table.name();
	}

}
