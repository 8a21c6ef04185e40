package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.JoinedTransaction;
import dev.mainstay.resilience.idempotency.LostClaimException;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.OutcomeFormat;
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

	/** Whether there is a row in the way that counts no more. */
	private boolean displaces;

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
		JoinedStatements.Found found = find(this.table.statements().claim(lost != null));
		this.locked = found.locked();
		ClaimedRow row = found.record();
		if (row != null && !row.expired()) {
			ClaimResult result = row.answer(this.fingerprint);
			boolean taken = result instanceof ClaimResult.Abandoned && Arrays.equals(row.token(), lost);
			if (!taken) {
				return result;
			}
		}
		this.displaces = row != null;
		return this.locked ? null : new ClaimResult.InProgress(Duration.ZERO);
	}

	private JoinedStatements.Found find(String sql) {
		return Objects.requireNonNull(
				this.jdbc.execute((connection) -> connection.prepareStatement(sql), (PreparedStatement statement) -> {
					statement.setObject(1, this.lockName);
					statement.setBytes(2, this.id);
					return JoinedStatements.Found.read(statement);
				}));
	}

	@Override
	public boolean isRollbackOnly() {
		return this.status.isCompleted() ? this.aborted : this.status.isRollbackOnly();
	}

	/** Nobody holds what has ended. */
	@Override
	public void commit(Outcome outcome) {
		recorded(this.table.statements().insertEnd(), () -> new Object[] { this.id, this.fingerprint, new byte[0],
				this.table.retention().of(outcome).toMillis(), OutcomeFormat.write(outcome) });
	}

	@Override
	public String commitUnfinished(Duration lease) {
		byte[] token = Tokens.next();
		long keepMillis = lease.plus(this.table.retention().answers()).toMillis();
		recorded(this.table.statements().insertUnfinished(),
				() -> new Object[] { this.id, this.fingerprint, token, lease.toMillis(), keepMillis, null });
		return Tokens.toText(token);
	}

	/** A transaction that is marked for rollback says so when it is committed. */
	private void recorded(String insert, Supplier<@Nullable Object[]> values) {
		try {
			if (isRollbackOnly()) {
				release();
			}
			else {
				insert(insert, values.get());
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

	private void insert(String insert, @Nullable Object[] values) {
		if (this.displaces && this.jdbc.update(this.table.statements().displace(), this.id) != 1) {
			throw new LostClaimException(null);
		}
		List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(values));
		parameters.addAll(values.length - 1, this.lock.afterTime(this.operation));
		if (this.jdbc.update(insert, parameters.toArray()) != 1) {
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
