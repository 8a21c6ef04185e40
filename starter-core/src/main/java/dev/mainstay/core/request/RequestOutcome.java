package dev.mainstay.core.request;

/**
 * How a request ended.
 *
 * @since 0.1.0
 */
public enum RequestOutcome {

	/**
	 * The answer was written, whatever its status.
	 */
	COMPLETED,

	/**
	 * A failure that nobody handled ended it, before or after the answer was begun.
	 */
	FAILED,

	/**
	 * Asynchronous processing did not end in time.
	 */
	TIMED_OUT,

	/**
	 * The client went away before the whole answer was written.
	 */
	ABORTED,

	/**
	 * The container refused it before any filter saw it.
	 */
	REJECTED

}
