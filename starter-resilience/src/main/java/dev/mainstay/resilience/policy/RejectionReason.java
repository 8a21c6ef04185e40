package dev.mainstay.resilience.policy;

/**
 * Why a call was not made at all. The lower-case name is the tag {@code reason} of the
 * meter {@code mainstay.http.client.rejections}.
 *
 * @since 0.1.0
 */
public enum RejectionReason {

	/**
	 * The other side asked to be left alone for longer than a caller is made to wait.
	 */
	NOT_BEFORE,

	/**
	 * The circuit breaker is open.
	 */
	CIRCUIT_OPEN,

	/**
	 * The limit of calls in a period is reached.
	 */
	RATE_LIMITED,

	/**
	 * The limit of calls at a time is reached.
	 */
	CONCURRENCY_LIMITED,

	/**
	 * There was no time left for it.
	 */
	DEADLINE

}
