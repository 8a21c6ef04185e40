package dev.mainstay.resilience.http;

import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * Defaults of Reactor Netty for blocking clients. It comes first, so that every
 * customizer of the application, and {@code spring.http.clients.*}, has the last word.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactorDefaults
		implements ClientHttpRequestFactoryBuilderCustomizer<ReactorClientHttpRequestFactoryBuilder>, Ordered {

	private final HttpTimeouts timeouts;

	/**
	 * Create the customizer.
	 * @param timeouts the timeouts where the application has set none
	 */
	public ReactorDefaults(HttpTimeouts timeouts) {
		this.timeouts = timeouts;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public ReactorClientHttpRequestFactoryBuilder customize(ReactorClientHttpRequestFactoryBuilder builder) {
		return builder.withHttpClientCustomizer((client) -> FactoryBuild.isGoingOn() ? limit(client) : client);
	}

	private HttpClient limit(HttpClient client) {
		return client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(this.timeouts.connect().toMillis()))
			.responseTimeout(this.timeouts.read());
	}

}
