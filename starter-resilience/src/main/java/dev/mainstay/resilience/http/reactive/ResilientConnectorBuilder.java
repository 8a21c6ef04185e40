package dev.mainstay.resilience.http.reactive;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpTimeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.HttpComponentsClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Builds the connectors that the application's own builder builds, with finite timeouts
 * and retries. The times for the head and the body of an answer are kept around the
 * connector, whichever it is, unless the application has set a read timeout. The time for
 * a connection is said to the client where the application has not; Jetty has a finite
 * one of its own. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResilientConnectorBuilder implements ClientHttpConnectorBuilder<ClientHttpConnector> {

	private final ClientHttpConnectorBuilder<?> delegate;

	private final HttpTimeouts timeouts;

	private final CallPolicy policy;

	/**
	 * Create a builder.
	 * @param delegate the application's own builder
	 * @param timeouts the timeouts where the application sets none
	 * @param policy what every call is made under
	 */
	public ResilientConnectorBuilder(ClientHttpConnectorBuilder<?> delegate, HttpTimeouts timeouts, CallPolicy policy) {
		this.delegate = delegate;
		this.timeouts = timeouts;
		this.policy = policy;
	}

	@Override
	public ClientHttpConnector build(@Nullable HttpClientSettings settings) {
		HttpClientSettings own = (settings != null) ? settings : HttpClientSettings.defaults();
		AtomicReference<@Nullable Duration> ownRead = new AtomicReference<@Nullable Duration>(own.readTimeout());
		ClientHttpConnector connector = build(own, ownRead);
		return new ResilientConnector(new Wire(connector, timeouts(ownRead.get())), this.policy);
	}

	private ClientHttpConnector build(HttpClientSettings own, AtomicReference<@Nullable Duration> ownRead) {
		if (this.delegate instanceof ReactorClientHttpConnectorBuilder reactor) {
			return ReactorNetty.build(reactor, own, this.timeouts.connect(), ownRead);
		}
		boolean told = this.delegate instanceof JdkClientHttpConnectorBuilder
				|| this.delegate instanceof HttpComponentsClientHttpConnectorBuilder;
		return this.delegate
			.build(told ? own.orElse(HttpClientSettings.defaults().withConnectTimeout(this.timeouts.connect())) : own);
	}

	/** Whoever has set a longer time does not want to be cut before that. */
	private ConnectorTimeouts timeouts(@Nullable Duration ownRead) {
		Duration idle = this.timeouts.idle();
		if (ownRead == null) {
			return new ConnectorTimeouts(this.timeouts.response(), idle);
		}
		return new ConnectorTimeouts(null, (ownRead.compareTo(idle) > 0) ? ownRead : idle);
	}

	/**
	 * The application's own builder.
	 * @return the builder without any of this
	 */
	public ClientHttpConnectorBuilder<?> delegate() {
		return this.delegate;
	}

	/**
	 * Whether its clients get timeouts.
	 * @return always, as they are kept around any connector
	 */
	public boolean isLimited() {
		return true;
	}

}
