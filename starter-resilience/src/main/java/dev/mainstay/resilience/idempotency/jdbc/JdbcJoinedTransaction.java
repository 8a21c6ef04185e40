package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.JoinedTransaction;
import dev.mainstay.resilience.idempotency.LostClaimException;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.OutcomeFormat;
import dev.mainstay.resilience.idempotency.Retention;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * A transaction in which an operation is claimed, runs and is recorded. Used by the
 * thread that has begun it.
 */
final class JdbcJoinedTransaction implements JoinedTransaction {

	private final PlatformTransactionManager manager;

	private final Operation operation;

	private final byte[] id;

	private final byte[] fingerprint;

	private final JoinedTable table;

	private final JdbcOperations jdbc;

	private final JoinedLock lock;

	private final TransactionStatus status;

	private Object lockName = "";

	private boolean locked;

	private boolean aborted;

	/** The token of a row that is in the way and counts no more. */
	private byte @Nullable [] displaced;

	JdbcJoinedTransaction(PlatformTransactionManager manager, TransactionDefinition definition, Operation operation,
			JoinedTable table) {
		this.manager = manager;
		this.operation = operation;
		this.id = OpaqueText.toBytes(operation.recordKey());
		this.fingerprint = OpaqueText.shortened(operation.fingerprint());
		this.table = table;
		this.jdbc = table.jdbc();
		this.lock = table.lock();
		this.status = manager.getTransaction(definition);
	}

	/**
	 * Claim the operation.
	 * @param lost the token of an owner that was lost, {@code null} if none may be
	 * replaced
	 * @return what was found instead, {@code null} if the claim was granted
	 */
	@Nullable ClaimResult claim(byte @Nullable [] lost) {
		this.lockName = this.lock.name(this.operation);
		JoinedStatements.Found found = Objects.requireNonNull(this.jdbc.queryForObject(
				this.table.statements().claim(lost != null), JoinedStatements.Found::read, this.lockName, this.id));
		this.locked = found.locked();
		ClaimedRow row = found.record();
		if (row != null && !row.expired()) {
			ClaimResult result = row.answer(this.fingerprint);
			boolean taken = result instanceof ClaimResult.Abandoned && Arrays.equals(row.token(), lost);
			if (!taken) {
				return result;
			}
		}
		this.displaced = (row != null) ? row.token() : null;
		return this.locked ? null : new ClaimResult.InProgress(Duration.ZERO);
	}

	@Override
	public boolean isRollbackOnly() {
		return this.status.isCompleted() ? this.aborted : this.status.isRollbackOnly();
	}

	@Override
	public void commit(Outcome outcome) {
		recorded(Tokens.next(), Duration.ZERO, outcome);
	}

	@Override
	public String commitUnfinished(Duration lease) {
		byte[] token = Tokens.next();
		recorded(token, lease, null);
		return Tokens.toText(token);
	}

	/** A transaction that is marked for rollback says so when it is committed. */
	private void recorded(byte[] token, Duration lease, @Nullable Outcome outcome) {
		try {
			if (isRollbackOnly()) {
				release();
			}
			else {
				insert(token, lease, outcome);
			}
		}
		catch (DuplicateKeyException | ConcurrencyFailureException ex) {
			LostClaimException lost = new LostClaimException(ex);
			rollBackAfter(lost);
			throw lost;
		}
		catch (RuntimeException | Error ex) {
			this.aborted = AbortedTransaction.isReasonFor(ex);
			rollBackAfter(ex);
			throw ex;
		}
		commit();
	}

	private void insert(byte[] token, Duration lease, @Nullable Outcome outcome) {
		if (this.displaced != null
				&& this.jdbc.update(this.table.statements().displace(), this.id, this.displaced) != 1) {
			throw new LostClaimException(null);
		}
		Retention retention = this.table.retention();
		long keepMillis = ((outcome != null) ? retention.of(outcome) : lease.plus(retention.answers())).toMillis();
		Object[] values = { this.id, this.fingerprint, token, lease.toMillis(), keepMillis, keepMillis,
				(outcome != null) ? OutcomeFormat.write(outcome) : null };
		Object[] parameters = Stream.concat(Arrays.stream(values), Arrays.stream(this.lock.afterValues(this.operation)))
			.toArray();
		if (this.jdbc.update(this.table.statements().insert(), parameters) != 1) {
			throw new LostClaimException(null);
		}
	}

	@Override
	public void commitUnrecorded() {
		try {
			release();
		}
		catch (RuntimeException | Error ex) {
			rollBackAfter(ex);
			throw ex;
		}
		commit();
	}

	private void commit() {
		try {
			this.manager.commit(this.status);
		}
		finally {
			this.lock.ended(this.operation, this.lockName);
		}
	}

	@Override
	public void rollBack() {
		if (this.status.isCompleted()) {
			return;
		}
		try {
			release();
		}
		finally {
			try {
				this.manager.rollback(this.status);
			}
			finally {
				this.lock.ended(this.operation, this.lockName);
			}
		}
	}

	void rollBackAfter(Throwable failure) {
		try {
			rollBack();
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** A lock that cannot be given back ends with its connection. */
	private void release() {
		if (!this.locked) {
			return;
		}
		try {
			this.lock.release(this.jdbc, this.operation);
		}
		catch (RuntimeException ex) {
			this.jdbc.execute((ConnectionCallback<@Nullable Void>) JdbcJoinedTransaction::close);
			throw ex;
		}
	}

	private static @Nullable Void close(Connection connection) throws SQLException {
		connection.abort(Runnable::run);
		return null;
	}

}
