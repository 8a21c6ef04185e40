package dev.mainstay.resilience.http;

import java.io.IOException;

import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * A strategy for Apache HttpComponents that never retries, and knows whether it is the
 * one in use: the client asks its strategy after every attempt whose request could be
 * repeated. Thread-safe.
 *
 * @since 0.1.0
 */
public final class NoTransportRetries implements HttpRequestRetryStrategy, TransportRetries {

	private volatile boolean asked;

	@Override
	public boolean areMadeBy(Class<? extends ClientHttpRequestFactory> factory) {
		return factory == HttpComponentsClientHttpRequestFactory.class && !this.asked;
	}

	@Override
	public boolean retryRequest(HttpRequest request, IOException exception, int execCount, HttpContext context) {
		this.asked = true;
		return false;
	}

	@Override
	public boolean retryRequest(HttpResponse response, int execCount, HttpContext context) {
		this.asked = true;
		return false;
	}

	@Override
	public TimeValue getRetryInterval(HttpResponse response, int execCount, HttpContext context) {
		return TimeValue.ZERO_MILLISECONDS;
	}

}
