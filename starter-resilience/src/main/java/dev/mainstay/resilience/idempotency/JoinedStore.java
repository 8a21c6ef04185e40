package dev.mainstay.resilience.idempotency;

/**
 * Claims operations by transactions of the application in which they are recorded as
 * well. It works on the records of an {@link IdempotencyStore}: what one of them has
 * recorded the other one finds. Thread-safe.
 *
 * @since 0.1.0
 */
public interface JoinedStore {

	/**
	 * Begin a transaction on this thread and claim an operation in it, or learn what
	 * became of it. Called on the thread that is to run the operation.
	 * @param operation the operation
	 * @return the transaction, which is active on this thread until it is ended there; or
	 * what was found, and then no transaction is left
	 */
	Joining join(Operation operation);

	/**
	 * The same for an operation whose owner was lost.
	 * @param operation the operation
	 * @param lost the token of {@link ClaimResult.Abandoned}
	 * @return as for {@link #join}
	 */
	Joining takeOver(Operation operation, String lost);

	/**
	 * What was found when somebody wanted to run an operation.
	 *
	 * @since 0.1.0
	 */
	sealed interface Joining {

		/**
		 * The operation is the caller's to run in this transaction.
		 *
		 * @param transaction the transaction
		 * @since 0.1.0
		 */
		record Begun(JoinedTransaction transaction) implements Joining {

		}

		/**
		 * It is not.
		 *
		 * @param result why, never {@link ClaimResult.Granted}
		 * @since 0.1.0
		 */
		record Found(ClaimResult result) implements Joining {

		}

	}

}
