package dev.mainstay.resilience.idempotency;

/**
 * What is done with a request while the store cannot be asked.
 *
 * @since 0.1.0
 */
public enum WhenDown {

	/**
	 * It runs without protection, and says so.
	 */
	OPEN,

	/**
	 * It is refused with 503 and has no effect.
	 */
	CLOSED

}
