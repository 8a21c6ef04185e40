package dev.mainstay.resilience.http.reactive;

import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.http.jdk.JdkConnector;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * The connector of the application, and how to see what it does. Thread-safe.
 */
final class Wire {

	private static final String REACTOR_NETTY = "org.springframework.http.client.reactive.ReactorClientHttpConnector";

	private static final String JETTY = "org.springframework.http.client.reactive.JettyClientHttpConnector";

	private final ClientHttpConnector connector;

	private final ConnectorTimeouts timeouts;

	private final @Nullable JdkConnector jdk;

	private final boolean reactorNetty;

	private final boolean jetty;

	Wire(ClientHttpConnector connector, ConnectorTimeouts timeouts) {
		this.connector = connector;
		this.timeouts = timeouts;
		this.jdk = JdkConnector.of(connector);
		this.reactorNetty = connector.getClass().getName().equals(REACTOR_NETTY);
		this.jetty = connector.getClass().getName().equals(JETTY);
	}

	ClientHttpConnector connector() {
		return this.connector;
	}

	ConnectorTimeouts timeouts() {
		return this.timeouts;
	}

	/**
	 * What sends an attempt. Reactor Netty writes a request when it has a connection,
	 * before that nothing is sent; of others than these two that is not known.
	 */
	ClientHttpConnector connectorFor(Transmission transmission) {
		if (this.reactorNetty) {
			transmission.watched();
		}
		return (this.jdk != null) ? this.jdk.watchedBy(transmission) : this.connector;
	}

	/** The request is about to be written. */
	void connected(ClientHttpRequest request, Sending sending) {
		if (this.reactorNetty) {
			sending.transmission().begun();
			if (ReactorNetty.isLimited(request.getNativeRequest())) {
				sending.limitedByApplication();
			}
		}
		if (this.jetty) {
			JettyRequests.giveUpWith(sending.transmission(), request.getNativeRequest());
		}
	}

}
