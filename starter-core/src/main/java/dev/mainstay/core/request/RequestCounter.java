package dev.mainstay.core.request;

/**
 * Counts the requests that have ended, by whose they were. Cheaper than a
 * {@link RequestCompletionListener listener}: nothing is put together for it. Beans of
 * this type are called on the thread of the server that ended the request. An
 * implementation must be thread-safe and quick, and must not block; what it throws is
 * logged and swallowed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RequestCounter {

	/**
	 * Called exactly once for each request, before the listeners.
	 * @param origin whose request it was
	 */
	void ended(RequestOrigin origin);

}
