package dev.mainstay.resilience.http;

import dev.mainstay.resilience.http.jdk.JdkHttpTimeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.SimpleClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Builds the factories that the application's own builder builds, with finite timeouts
 * and retries. A timeout is put where those of the application come after it and win,
 * which is another place for each client; for those that are not named here see
 * {@link ReactorDefaults} and {@link HttpComponentsDefaults}. Jetty has finite defaults
 * of its own, and of any other client nothing is known. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResilientRequestFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

	private final ClientHttpRequestFactoryBuilder<?> delegate;

	private final HttpTimeouts timeouts;

	private final CallPolicy policy;

	/**
	 * Create a builder.
	 * @param delegate the application's own builder
	 * @param timeouts the timeouts where the application sets none
	 * @param policy what every call is made under
	 */
	public ResilientRequestFactoryBuilder(ClientHttpRequestFactoryBuilder<?> delegate, HttpTimeouts timeouts,
			CallPolicy policy) {
		this.delegate = delegate;
		this.timeouts = timeouts;
		this.policy = policy;
	}

	@Override
	public ClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
		HttpClientSettings own = (settings != null) ? settings : HttpClientSettings.defaults();
		try (FactoryBuild build = FactoryBuild.begin(isRetried())) {
			ClientHttpRequestFactory factory = JdkHttpTimeouts.limit(this.delegate.build(own.orElse(defaults())),
					this.timeouts.response(), this.timeouts.idle());
			return new ResilientRequestFactory(factory, this.policy, build.transportRetries());
		}
	}

	private boolean isRetried() {
		return this.policy.destinations().mayRetry();
	}

	/**
	 * The application's own builder.
	 * @return the builder without any of this
	 */
	public ClientHttpRequestFactoryBuilder<?> delegate() {
		return this.delegate;
	}

	/**
	 * Whether it is a client that gets timeouts.
	 * @return whether its factories have finite timeouts of ours where the application
	 * sets none
	 */
	public boolean isLimited() {
		return this.delegate instanceof SimpleClientHttpRequestFactoryBuilder
				|| this.delegate instanceof JdkClientHttpRequestFactoryBuilder
				|| this.delegate instanceof HttpComponentsClientHttpRequestFactoryBuilder
				|| this.delegate instanceof ReactorClientHttpRequestFactoryBuilder;
	}

	private HttpClientSettings defaults() {
		HttpClientSettings none = HttpClientSettings.defaults();
		if (this.delegate instanceof SimpleClientHttpRequestFactoryBuilder) {
			return none.withTimeouts(this.timeouts.connect(), this.timeouts.read());
		}
		if (this.delegate instanceof JdkClientHttpRequestFactoryBuilder
				|| this.delegate instanceof HttpComponentsClientHttpRequestFactoryBuilder) {
			return none.withConnectTimeout(this.timeouts.connect());
		}
		return none;
	}

}
