package dev.mainstay.resilience.fallback;

/**
 * Told of every answer that a fallback has given. Called on the thread of the call; must
 * be thread-safe and quick. What it throws is logged and does not reach the call.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FallbackListener {

	/**
	 * Called after a fallback has answered.
	 * @param client the name of the client, or of the call
	 * @param cause why, in a word of the tag {@code cause} of the meter
	 * {@code mainstay.http.client.fallbacks}
	 */
	void onFallback(String client, String cause);

}
