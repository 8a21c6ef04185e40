package dev.mainstay.resilience.http;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * Defaults of Apache HttpComponents. It comes first, so that every customizer of the
 * application has the last word. Its read timeout is that of the socket, the one that
 * every other timeout of that client overrides. Its automatic retries would multiply with
 * ours; where the application has set a strategy of its own, ours are the ones that stay
 * away. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpComponentsDefaults
		implements ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder>, Ordered {

	private final HttpTimeouts timeouts;

	private final @Nullable HttpRequestRetryStrategy retryStrategy;

	private final BooleanSupplier switchedOn;

	/**
	 * Create the customizer.
	 * @param timeouts the timeouts where the application has set none
	 * @param retryStrategy replaces the client's own strategy, {@code null} to leave it
	 * @param switchedOn asked when the builder is customized, whether to do that at all
	 */
	public HttpComponentsDefaults(HttpTimeouts timeouts, @Nullable NoTransportRetries retryStrategy,
			BooleanSupplier switchedOn) {
		this.timeouts = timeouts;
		this.retryStrategy = retryStrategy;
		this.switchedOn = switchedOn;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public HttpComponentsClientHttpRequestFactoryBuilder customize(
			HttpComponentsClientHttpRequestFactoryBuilder builder) {
		if (!this.switchedOn.getAsBoolean()) {
			return builder;
		}
		HttpComponentsClientHttpRequestFactoryBuilder limited = builder
			.withSocketConfigCustomizer((socket) -> socket.setSoTimeout(millis(), TimeUnit.MILLISECONDS))
			.withHttpClientCustomizer(HttpComponentsTransmission::watch);
		if (this.retryStrategy == null) {
			return limited;
		}
		return limited.withHttpClientCustomizer((client) -> client.setRetryStrategy(this.retryStrategy));
	}

	private int millis() {
		return Math.toIntExact(this.timeouts.read().toMillis());
	}

}
