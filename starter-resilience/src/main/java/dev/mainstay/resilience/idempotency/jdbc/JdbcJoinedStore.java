package dev.mainstay.resilience.idempotency.jdbc;

import java.time.Duration;

import javax.sql.DataSource;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.JoinedStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Retention;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Claims operations by transactions of the application on the database in which their
 * records are. Thread-safe.
 * <p>
 * A first request takes two statements and no commit of its own, a repetition one
 * statement. While an operation runs its name is locked for as long as its connection
 * lives, and no row says so. The primary key of the record, which is inserted at the end,
 * lets at most one transaction of an operation be committed.
 *
 * @since 0.1.0
 */
public final class JdbcJoinedStore implements JoinedStore {

	/**
	 * A transaction that an outer filter has begun goes on untouched: what it commits is
	 * not ours to say.
	 */
	private static final TransactionDefinition DEFINITION = definition();

	private final PlatformTransactionManager manager;

	private final DataSource source;

	private final JoinedTable table;

	JdbcJoinedStore(PlatformTransactionManager manager, DataSource source, Dialect dialect, Retention retention,
			Duration timeout) {
		this.manager = manager;
		this.source = targetOf(source);
		JdbcTemplate jdbc = new JdbcTemplate(this.source);
		if (dialect.hasStatementTimeout()) {
			jdbc.setQueryTimeout(StoreCalls.seconds(timeout));
		}
		JoinedLock lock = dialect.joinedLock();
		this.table = new JoinedTable(jdbc, lock, new JoinedStatements(dialect, lock), retention);
	}

	private static TransactionDefinition definition() {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition(
				TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		definition.setName("mainstay-idempotency");
		return definition;
	}

	/** Transactions are bound to what such a proxy stands in front of. */
	private static DataSource targetOf(DataSource source) {
		return (source instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null)
				? proxy.getTargetDataSource() : source;
	}

	/**
	 * Whether the transactions are of the database in which the records are. Called once,
	 * when the application starts; asks the database for a transaction.
	 * @return whether a statement on the data source is a part of a transaction
	 */
	public boolean isOfSameDatabase() {
		TransactionStatus status = this.manager.getTransaction(DEFINITION);
		try {
			return TransactionSynchronizationManager.hasResource(this.source);
		}
		finally {
			this.manager.rollback(status);
		}
	}

	@Override
	public Joining join(Operation operation) {
		return begin(operation, null);
	}

	@Override
	public Joining takeOver(Operation operation, String lost) {
		return begin(operation, Tokens.toBytes(lost));
	}

	private Joining begin(Operation operation, byte @Nullable [] lost) {
		JdbcJoinedTransaction transaction = new JdbcJoinedTransaction(this.manager, DEFINITION, operation, this.table);
		try {
			ClaimResult found = transaction.claim(lost);
			if (found == null) {
				return new Joining.Begun(transaction);
			}
			transaction.rollBack();
			return new Joining.Found(found);
		}
		catch (RuntimeException | Error ex) {
			transaction.rollBackAfter(ex);
			throw ex;
		}
	}

}
