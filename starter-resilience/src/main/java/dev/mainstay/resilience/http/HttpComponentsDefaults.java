package dev.mainstay.resilience.http;

import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.SocketConfig;

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

	/**
	 * Create the customizer.
	 * @param timeouts the timeouts where the application has set none
	 */
	public HttpComponentsDefaults(HttpTimeouts timeouts) {
		this.timeouts = timeouts;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public HttpComponentsClientHttpRequestFactoryBuilder customize(
			HttpComponentsClientHttpRequestFactoryBuilder builder) {
		return builder.withSocketConfigCustomizer(FactoryBuild.customizer(this::limitReads))
			.withDefaultRequestConfigCustomizer(FactoryBuild.customizer(this::limitWaitForPool))
			.withHttpClientCustomizer(FactoryBuild.customizer(HttpComponentsDefaults::watch));
	}

	private void limitReads(SocketConfig.Builder socket, FactoryBuild build) {
		socket.setSoTimeout(Math.toIntExact(this.timeouts.read().toMillis()), TimeUnit.MILLISECONDS);
	}

	/** Three minutes otherwise. */
	private void limitWaitForPool(RequestConfig.Builder request, FactoryBuild build) {
		request.setConnectionRequestTimeout(this.timeouts.response().toMillis(), TimeUnit.MILLISECONDS);
	}

	private static void watch(HttpClientBuilder client, FactoryBuild build) {
		HttpComponentsTransmission.watch(client);
		if (build.isRetried()) {
			StaleConnectionRetries strategy = new StaleConnectionRetries();
			build.transportRetries(strategy);
			client.setRetryStrategy(strategy);
		}
	}

}
