package dev.mainstay.resilience.http;

import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Tells whether an HTTP client retries calls by itself. Asked when an attempt has failed,
 * on the thread of the call; thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TransportRetries {

	/**
	 * No client does.
	 */
	TransportRetries NONE = (factory) -> false;

	/**
	 * Whether a client retries by itself.
	 * @param factory the type of its request factory
	 * @return whether it has retries of the application's choice
	 */
	boolean areMadeBy(Class<? extends ClientHttpRequestFactory> factory);

}
