package dev.mainstay.resilience.http;

/**
 * Tells whether one HTTP client retries calls by itself. Asked when an attempt has
 * failed, on the thread of the call; thread-safe.
 */
@FunctionalInterface
interface TransportRetries {

	/**
	 * It does not.
	 */
	TransportRetries NONE = () -> false;

	/**
	 * Whether the client retries by itself.
	 * @return whether it has retries of the application's choice
	 */
	boolean areMade();

}
