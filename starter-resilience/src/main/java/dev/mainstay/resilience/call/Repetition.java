package dev.mainstay.resilience.call;

/**
 * Whether work may be done again.
 *
 * @since 0.1.0
 */
public enum Repetition {

	/**
	 * Doing it twice has the effect of doing it once. It is done again after any failure
	 * that may be over soon.
	 */
	SAFE,

	/**
	 * Doing it twice may have its effect twice. It is done again only if it is certain
	 * that nothing was done: no connection was made.
	 */
	UNSAFE,

	/**
	 * It is never done again, for instance because somebody else sees to that. This is
	 * what holds for a {@link Resilient} method that has an annotation named
	 * {@code Retryable} or {@code Retry} as well.
	 */
	NEVER

}
