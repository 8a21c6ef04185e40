package dev.mainstay.resilience.http;

import java.io.IOException;
import java.net.URI;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Makes requests that are made once more where that is safe, and that note what they may
 * have done, on top of the factory that the application runs with. Thread-safe.
 */
final class ResilientRequestFactory extends AbstractClientHttpRequestFactoryWrapper
		implements InitializingBean, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ResilientRequestFactory.class);

	private final CallPolicy policy;

	private final TransportRetries transportRetries;

	private volatile boolean retryingItself;

	ResilientRequestFactory(ClientHttpRequestFactory delegate, CallPolicy policy, TransportRetries transportRetries) {
		super(delegate);
		this.policy = policy;
		this.transportRetries = transportRetries;
	}

	@Override
	protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory delegate)
			throws IOException {
		return new ResilientRequest(this, delegate.createRequest(uri, method));
	}

	CallPolicy policy() {
		return this.policy;
	}

	/** Noted for good: an interceptor that retries once will do so again. */
	void retriesItself(URI uri) {
		if (!this.retryingItself) {
			this.retryingItself = true;
			logger.info("An interceptor of the application makes failed calls to {} once more. "
					+ "This client is not retried by Mainstay any more.", uri.getHost());
		}
	}

	boolean isRetryingItself() {
		return this.retryingItself || this.transportRetries.areMadeBy(getDelegate().getClass());
	}

	@Override
	public void afterPropertiesSet() throws Exception {
		if (getDelegate() instanceof InitializingBean bean) {
			bean.afterPropertiesSet();
		}
	}

	@Override
	public void destroy() throws Exception {
		if (getDelegate() instanceof DisposableBean bean) {
			bean.destroy();
		}
	}

}
