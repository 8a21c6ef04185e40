package dev.mainstay.core.request;

/**
 * Told of every answer right before its head is sent, the last moment at which a header
 * can be set. Beans of this type are called in their order, on the thread that writes the
 * answer. An implementation must be thread-safe, must not block, and must not throw; what
 * it throws is logged and swallowed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResponseCommitListener {

	/**
	 * Called once for each answer; again if the application resets an answer that was
	 * about to be sent.
	 * @param head the head of the answer
	 */
	void beforeCommit(ResponseHead head);

}
