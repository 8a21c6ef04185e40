package dev.mainstay.resilience.http;

import java.io.IOException;
import java.net.URI;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Makes requests that are made once more where that is safe, on top of the factory that
 * the application runs with. Thread-safe.
 */
final class ResilientRequestFactory extends AbstractClientHttpRequestFactoryWrapper implements DisposableBean {

	private final CallPolicy policy;

	private final Exchange exchange;

	private volatile boolean retryingItself;

	ResilientRequestFactory(ClientHttpRequestFactory delegate, CallPolicy policy, Exchange exchange) {
		super(delegate);
		this.policy = policy;
		this.exchange = exchange;
	}

	@Override
	protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory delegate)
			throws IOException {
		return new ResilientRequest(this, uri, method);
	}

	CallPolicy policy() {
		return this.policy;
	}

	Exchange exchange() {
		return this.exchange;
	}

	/** Noted for good: an interceptor that retries once will do so again. */
	void retriesItself() {
		this.retryingItself = true;
	}

	boolean isRetryingItself() {
		return this.retryingItself;
	}

	@Override
	public void destroy() throws Exception {
		if (getDelegate() instanceof DisposableBean disposable) {
			disposable.destroy();
		}
	}

}
