package dev.mainstay.core.request;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A request that has ended. Immutable. There is exactly one for each request that the
 * server answered, whichever way it ended; a connection that was closed before its
 * headers were complete is none.
 *
 * @since 0.1.0
 */
public interface CompletedRequest {

	/**
	 * The method as the client sent it.
	 * @return the method, or {@code null} if the request line could not be read
	 */
	@Nullable String method();

	/**
	 * The raw path as the client sent it, without the query.
	 * @return the path, or {@code null} if the request line could not be read
	 */
	@Nullable String path();

	/**
	 * The template of the first handler that was chosen, never the one of an error page
	 * or of a forward's target.
	 * @return the template, or {@code null} if no handler was chosen
	 */
	@Nullable String route();

	/**
	 * The status that went on the wire.
	 * @return the status, or {@code null} if nothing was answered
	 */
	@Nullable Integer status();

	/**
	 * How the request ended.
	 * @return the outcome
	 */
	RequestOutcome outcome();

	/**
	 * The failure that nobody handled, unwrapped.
	 * @return the failure, or {@code null} if there was none
	 */
	@Nullable Throwable failure();

	/**
	 * The time from the first byte that the server read to the end of the answer.
	 * @return the duration
	 */
	Duration duration();

	/**
	 * The size of the request's body.
	 * @return the size in bytes, or -1 if not known
	 */
	long requestBytes();

	/**
	 * The size of the answer's body.
	 * @return the size in bytes, or -1 if not known
	 */
	long responseBytes();

	/**
	 * The identity of the request.
	 * @return the id, or {@code null} if the container refused it before it got one
	 */
	@Nullable String requestId();

	/**
	 * The identity of the trace.
	 * @return the ids, or {@code null} if the request is not traced
	 */
	@Nullable TraceIds traceIds();

	/**
	 * The other end of the socket.
	 * @return the peer
	 */
	Peer peer();

	/**
	 * The client's address behind the trusted proxies.
	 * @return the address, or {@code null} if the peer is not known
	 */
	@Nullable String client();

	/**
	 * Whose request it was.
	 * @return the origin
	 */
	RequestOrigin origin();

}
