package dev.mainstay.core.request;

/**
 * Told of every request when it has ended. Beans of this type are called in their order,
 * on the thread of the server that ended the request, after the client has its answer.
 * The ids of the request are not in the MDC at that time. An implementation must be
 * thread-safe and quick, and must not block; what it throws is logged and swallowed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RequestCompletionListener {

	/**
	 * Called exactly once for each request.
	 * @param request the request that has ended
	 */
	void onCompletion(CompletedRequest request);

}
