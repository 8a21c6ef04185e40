package dev.mainstay.core.management;

/**
 * What became of a call of a guarded management endpoint.
 *
 * @since 0.1.0
 */
public enum AccessOutcome {

	/** A policy admitted the caller, who read something. */
	READ,

	/** A policy admitted the caller, who may change something. */
	WRITE,

	/** No policy admitted the caller, who showed no credentials. Answered with 401. */
	ANONYMOUS,

	/**
	 * The secret that the caller sent is wrong. Answered with 401, or with 403 to whom
	 * the application knows.
	 */
	WRONG_SECRET,

	/**
	 * The secrets of a peer were wrong as often as is allowed. Comes right after the
	 * {@link #WRONG_SECRET} that was the last one, for the same call.
	 */
	LIMIT_REACHED,

	/**
	 * The peer is refused for a while, without a look at its secret. Answered with 429.
	 */
	LIMITED,

	/**
	 * The application knows the caller, and no policy admitted it. Answered with 403.
	 */
	FORBIDDEN,

	/**
	 * A policy admitted the caller, who wanted to change something where only reading is
	 * allowed. Answered with 403.
	 */
	READ_ONLY

}
