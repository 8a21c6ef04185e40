package dev.mainstay.resilience.http;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Builds the factories that the application's own builder builds, with finite timeouts
 * and retries. A timeout that the application sets wins. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResilientRequestFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

	private final ClientHttpRequestFactoryBuilder<?> delegate;

	private final HttpTimeouts timeouts;

	private final CallPolicy policy;

	private final Watchdog watchdog;

	/**
	 * Create a builder.
	 * @param delegate the application's own builder
	 * @param timeouts the timeouts where the application sets none
	 * @param policy what every call is made under
	 * @param watchdog raises the alarm when a time is up
	 */
	public ResilientRequestFactoryBuilder(ClientHttpRequestFactoryBuilder<?> delegate, HttpTimeouts timeouts,
			CallPolicy policy, Watchdog watchdog) {
		this.delegate = delegate;
		this.timeouts = timeouts;
		this.policy = policy;
		this.watchdog = watchdog;
	}

	@Override
	public ClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
		HttpClientSettings own = (settings != null) ? settings : HttpClientSettings.defaults();
		HttpClientSettings finite = (own.connectTimeout() != null) ? own
				: own.withConnectTimeout(this.timeouts.connect());
		if (own.readTimeout() != null) {
			return resilient(this.delegate.build(finite), ClientHttpRequest::execute);
		}
		if (this.delegate instanceof JdkClientHttpRequestFactoryBuilder) {
			return jdk(this.delegate.build(finite));
		}
		// What these clients call their read timeout bounds the head and each pause of
		// the body.
		return resilient(this.delegate.build(finite.withReadTimeout(this.timeouts.response())),
				ClientHttpRequest::execute);
	}

	/**
	 * The read timeout that Spring gives the JDK's client bounds the whole answer: a
	 * total.
	 */
	private ClientHttpRequestFactory jdk(ClientHttpRequestFactory factory) {
		return resilient(factory, JdkReadTimeout.isSet(factory) ? ClientHttpRequest::execute
				: new BoundedExchange(this.watchdog, this.timeouts));
	}

	private ClientHttpRequestFactory resilient(ClientHttpRequestFactory factory, Exchange exchange) {
		return new ResilientRequestFactory(factory, this.policy, exchange);
	}

}
