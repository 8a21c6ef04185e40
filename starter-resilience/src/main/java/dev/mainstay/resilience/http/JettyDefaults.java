package dev.mainstay.resilience.http;

import java.io.IOException;

import dev.mainstay.resilience.http.internal.Transmission;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;

import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * What has to be said to the client of Jetty: nothing about timeouts, as it has its own,
 * only how an attempt is given up. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JettyDefaults
		implements ClientHttpRequestFactoryBuilderCustomizer<JettyClientHttpRequestFactoryBuilder>, Ordered {

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public JettyClientHttpRequestFactoryBuilder customize(JettyClientHttpRequestFactoryBuilder builder) {
		return builder.withHttpClientCustomizer(FactoryBuild.customizer(JettyDefaults::watch));
	}

	private static void watch(HttpClient client, FactoryBuild build) {
		client.getRequestListeners().addQueuedListener(JettyDefaults::queued);
	}

	/** On the thread of the call, before the request waits for a connection. */
	private static void queued(Request request) {
		Transmission transmission = Transmission.current();
		if (transmission != null) {
			transmission.abortBy(() -> request.abort(new IOException("The answer came too late")));
		}
	}

}
