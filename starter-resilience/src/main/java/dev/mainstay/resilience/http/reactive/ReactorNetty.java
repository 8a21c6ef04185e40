package dev.mainstay.resilience.http.reactive;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.ReadTimeoutHandler;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * What has to be said to Reactor Netty, and asked of it.
 */
final class ReactorNetty {

	private ReactorNetty() {
	}

	/**
	 * Build a connector. All customizers of the application have had their say when ours
	 * comes, so that it sees what they have left open.
	 */
	static ReactorClientHttpConnector build(ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings,
			Duration connectTimeout, AtomicReference<@Nullable Duration> ownResponseTimeout) {
		return builder.withHttpClientCustomizer((client) -> {
			ownResponseTimeout.set(client.configuration().responseTimeout());
			return limitConnect(client, connectTimeout);
		}).build(settings);
	}

	private static HttpClient limitConnect(HttpClient client, Duration timeout) {
		return client.configuration().options().containsKey(ChannelOption.CONNECT_TIMEOUT_MILLIS) ? client
				: client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()));
	}

	/** Whether the application has put a read timeout into the connection. */
	static boolean isLimited(Object request) {
		return request instanceof Connection connection
				&& connection.channel().pipeline().get(ReadTimeoutHandler.class) != null;
	}

}
