package dev.mainstay.security.secrets;

/**
 * Part of Mainstay that keeps a secret and takes a new one.
 *
 * @since 0.1.0
 */
public interface SecretConsumer {

	/**
	 * Files of a config tree have changed. Called by the thread that watches them, before
	 * the application is told.
	 * @param change what has changed
	 */
	void changed(TreeChange change);

	/**
	 * Try again what did not work out. Called by the same thread each time that it looks,
	 * after all changes were told.
	 */
	default void retry() {
	}

}
