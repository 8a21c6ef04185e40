package dev.mainstay.resilience.retry;

/**
 * Why a failed call was not made once more, though its failure may have been transient.
 * The lower-case name is the tag {@code reason} of the meter
 * {@code mainstay.http.client.retries.suppressed}.
 *
 * @since 0.1.0
 */
public enum Suppression {

	/**
	 * It had all the retries that a call may have.
	 */
	ATTEMPTS,

	/**
	 * The budget of the client and authority is used up.
	 */
	BUDGET,

	/**
	 * It had already taken too long.
	 */
	ELAPSED,

	/**
	 * The next attempt would begin when its deadline has passed.
	 */
	DEADLINE,

	/**
	 * The circuit breaker is open by now.
	 */
	CIRCUIT_OPEN,

	/**
	 * The caller of this service already retries.
	 */
	INBOUND_RETRY,

	/**
	 * The body can be written only once.
	 */
	BODY,

	/**
	 * The other side may have acted on it, and doing it twice is not safe.
	 */
	METHOD,

	/**
	 * The other side asked to wait longer than the caller is made to wait.
	 */
	RETRY_AFTER,

	/**
	 * Somebody around the call, or the client itself, already retries.
	 */
	ALREADY_RETRYING

}
