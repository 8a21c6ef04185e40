package dev.mainstay.resilience.http;

import java.util.function.BooleanSupplier;

import io.netty.channel.ChannelOption;

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

	private final BooleanSupplier switchedOn;

	/**
	 * Create the customizer.
	 * @param timeouts the timeouts where the application has set none
	 * @param switchedOn asked when the builder is customized, whether to do that at all
	 */
	public ReactorDefaults(HttpTimeouts timeouts, BooleanSupplier switchedOn) {
		this.timeouts = timeouts;
		this.switchedOn = switchedOn;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public ReactorClientHttpRequestFactoryBuilder customize(ReactorClientHttpRequestFactoryBuilder builder) {
		if (!this.switchedOn.getAsBoolean()) {
			return builder;
		}
		return builder.withHttpClientCustomizer((client) -> client
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(this.timeouts.connect().toMillis()))
			.responseTimeout(this.timeouts.read()));
	}

}
