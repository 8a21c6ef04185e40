package dev.mainstay.resilience.deadline;

import java.net.SocketTimeoutException;

/**
 * There was not enough time for an answer: the deadline passed before a call, or while it
 * was made. A timeout of a socket to whoever knows nothing of deadlines; answered with
 * 504 if nobody handles it.
 *
 * @since 0.1.0
 */
public final class DeadlineExceededException extends SocketTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message what there was not enough time for
	 */
	public DeadlineExceededException(String message) {
		super(message);
	}

}
