package dev.mainstay.observability.tracing.sampling;

import org.jspecify.annotations.Nullable;

/**
 * Tells who sent a request, on one web stack. Stateless or thread-safe.
 *
 * @since 0.1.0
 */
public interface Callers {

	/**
	 * Whether what carries a trace is a request of this web stack.
	 * @param carrier a request, a message of a queue, or whatever else
	 * @return whether its sender is known here
	 */
	boolean know(Object carrier);

	/**
	 * The numeric address of the other end of the socket.
	 * @param carrier a request of this web stack
	 * @return the address, or {@code null} if it is not known
	 */
	@Nullable String address(Object carrier);

}
