package dev.mainstay.resilience.http;

import dev.mainstay.resilience.http.internal.Transmission;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

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

	private static final String KEY = ReactorDefaults.class.getName();

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
			.responseTimeout(this.timeouts.read())
			.mapConnect(ReactorDefaults::remember)
			.doOnRequest(ReactorDefaults::watch);
	}

	/** Subscribed to on the thread of the call. */
	private static Mono<? extends Connection> remember(Mono<? extends Connection> connect) {
		return Mono.defer(() -> {
			Transmission transmission = Transmission.current();
			return (transmission != null) ? connect.contextWrite((context) -> context.put(KEY, transmission)) : connect;
		});
	}

	/**
	 * To dispose of a connection would end a body as if it were complete, and leave alone
	 * who waits for a head.
	 */
	private static void watch(HttpClientRequest request, Connection connection) {
		Transmission transmission = request.currentContextView().getOrDefault(KEY, null);
		if (transmission != null) {
			transmission.abortBy(() -> abort(connection));
		}
	}

	/**
	 * On the thread of the channel, where it is known whose it is: with the last byte of
	 * an answer it goes back to the pool, and to another request.
	 */
	private static void abort(Connection connection) {
		Channel channel = connection.channel();
		channel.eventLoop().execute(() -> {
			if (ChannelOperations.get(channel) == connection) {
				channel.close();
			}
		});
	}

}
