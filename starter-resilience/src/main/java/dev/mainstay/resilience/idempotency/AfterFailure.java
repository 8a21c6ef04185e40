package dev.mainstay.resilience.idempotency;

/**
 * What becomes of a key when its operation has failed: by an exception, or with an answer
 * that says that it may go better the next time.
 *
 * @since 0.1.0
 */
public enum AfterFailure {

	/**
	 * The key is free, unless a call that the operation has made may have had an effect
	 * elsewhere: then nobody knows how the operation ended.
	 */
	AUTO,

	/**
	 * The key is free, whatever the operation has done before it failed.
	 */
	RELEASE,

	/**
	 * Nobody knows how an operation ended that has failed after it began.
	 */
	UNKNOWN;

	/**
	 * Whether the end of the operation is not known.
	 * @param begun whether the handler was called, as far as that can be told
	 * @param effects whether a call may have had an effect elsewhere
	 */
	boolean leavesUnknown(boolean begun, boolean effects) {
		return (this == AUTO && effects) || (this == UNKNOWN && (begun || effects));
	}

}
