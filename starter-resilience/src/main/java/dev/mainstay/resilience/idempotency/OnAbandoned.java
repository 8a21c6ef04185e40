package dev.mainstay.resilience.idempotency;

/**
 * What is done with the repetition of an operation whose owner was lost: its process died
 * or was cut off, and nobody can tell whether the operation took place.
 *
 * @since 0.1.0
 */
public enum OnAbandoned {

	/**
	 * It is refused until somebody has looked and said so.
	 */
	REJECT,

	/**
	 * It runs, which may be the second time. It is counted as such.
	 */
	RE_EXECUTE

}
