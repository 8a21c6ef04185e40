package dev.mainstay.core.failure;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

/**
 * Told of every failure that nobody handled, once, on the thread on which it passed.
 * Beans of this type are called in their order; must be thread-safe and quick. What one
 * throws is logged and swallowed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FailureListener {

	/**
	 * Called after the failure was logged.
	 * @param failure the failure, unwrapped
	 * @param exchange the request that failed, {@code null} if it is not known
	 */
	void onFailure(Throwable failure, @Nullable RequestExchange exchange);

}
