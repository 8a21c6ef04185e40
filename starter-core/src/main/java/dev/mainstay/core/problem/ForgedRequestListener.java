package dev.mainstay.core.problem;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

/**
 * Told of every request that Spring Security refuses because it may be forged by another
 * site, whoever answers it. Beans of this type are called in their order, on the thread
 * that refuses; must be thread-safe and quick. What one throws is logged and swallowed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ForgedRequestListener {

	/**
	 * Called before the request is answered, at most once for each.
	 * @param exchange the request, {@code null} if it is not known
	 */
	void onForgedRequest(@Nullable RequestExchange exchange);

}
