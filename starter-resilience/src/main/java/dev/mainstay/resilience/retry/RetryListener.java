package dev.mainstay.resilience.retry;

/**
 * Told of retries that were made and of those that were not. Called on the thread of the
 * call; must be thread-safe and quick. What it throws is logged and does not reach the
 * call.
 *
 * @since 0.1.0
 */
public interface RetryListener {

	/**
	 * Called before a call is made once more.
	 * @param client the name of the client
	 * @param kind why the attempt before failed
	 */
	default void onRetry(String client, FailureKind kind) {
	}

	/**
	 * Called when a failure that may have been transient is handed to the caller.
	 * @param client the name of the client
	 * @param reason why there was no further attempt
	 */
	default void onSuppressed(String client, Suppression reason) {
	}

}
