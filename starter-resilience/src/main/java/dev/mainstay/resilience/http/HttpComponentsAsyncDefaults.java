package dev.mainstay.resilience.http;

import java.util.function.BooleanSupplier;

import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.HttpComponentsClientHttpConnectorBuilder;
import org.springframework.core.Ordered;

/**
 * What has to be said to the asynchronous client of Apache HttpComponents: it would
 * repeat a 503 or 429 by itself, and wait for as long as the other side asks for. It
 * comes first, so that every customizer of the application has the last word.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpComponentsAsyncDefaults
		implements ClientHttpConnectorBuilderCustomizer<HttpComponentsClientHttpConnectorBuilder>, Ordered {

	private final BooleanSupplier retried;

	/**
	 * Create the customizer.
	 * @param retried whether calls will be retried, asked when a client is built
	 */
	public HttpComponentsAsyncDefaults(BooleanSupplier retried) {
		this.retried = retried;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public HttpComponentsClientHttpConnectorBuilder customize(HttpComponentsClientHttpConnectorBuilder builder) {
		return builder.withHttpClientCustomizer(this::leaveRetriesToUs);
	}

	private void leaveRetriesToUs(HttpAsyncClientBuilder client) {
		if (this.retried.getAsBoolean()) {
			client.setRetryStrategy(new StaleConnectionRetries());
		}
	}

}
