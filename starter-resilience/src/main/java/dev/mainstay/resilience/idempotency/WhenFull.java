package dev.mainstay.resilience.idempotency;

/**
 * What is done with a new request for which the store has no room.
 *
 * @since 0.1.0
 */
public enum WhenFull {

	/**
	 * It runs without protection, and says so.
	 */
	RUN,

	/**
	 * It is refused with 503 and has no effect.
	 */
	REFUSE

}
