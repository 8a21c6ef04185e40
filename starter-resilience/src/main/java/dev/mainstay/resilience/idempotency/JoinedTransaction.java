package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * A transaction of the application in which an operation runs that was claimed by it. Its
 * methods are called on the thread on which it began. Each but the first ends it, whether
 * it returns or throws.
 *
 * @since 0.1.0
 */
public interface JoinedTransaction {

	/**
	 * Whether the application has decided that nothing of it is to stay, or a commit has
	 * failed because a statement of the application had.
	 * @return whether a commit would fail, or has failed, for no other reason
	 */
	boolean isRollbackOnly();

	/**
	 * Write the record, and commit it with all that the operation has written.
	 * @param outcome how the operation ended
	 * @throws LostClaimException if another operation of the name was recorded first;
	 * nothing of this one is left
	 * @throws RuntimeException if it cannot be committed. Nothing of it is left, unless
	 * the connection was lost on the way: then a look at the record tells
	 */
	void commit(Outcome outcome);

	/**
	 * Write that the operation is still running, and commit that with all that it has
	 * written so far. Its end is recorded as that of an operation that was claimed from
	 * the {@link IdempotencyStore}.
	 * @param lease how long the claim outlives an owner that is silent
	 * @return the token of the claim
	 * @throws RuntimeException as {@link #commit(Outcome)} does
	 */
	String commitUnfinished(Duration lease);

	/**
	 * Commit what the operation has written, and no record.
	 * @throws RuntimeException if it cannot be committed
	 */
	void commitUnrecorded();

	/**
	 * Undo what the operation has written. Has no effect on what has ended.
	 * @throws RuntimeException if the database does not confirm it; it is undone as soon
	 * as it notices that the connection is gone
	 */
	void rollBack();

}
