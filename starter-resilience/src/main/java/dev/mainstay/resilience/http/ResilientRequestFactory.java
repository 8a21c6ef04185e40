package dev.mainstay.resilience.http;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.resilience.policy.Authority;
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

	private static final int MAX_AUTHORITIES = 1000;

	private final CallPolicy policy;

	private final TransportRetries transportRetries;

	private final Set<Authority> retryingItself = ConcurrentHashMap.newKeySet();

	ResilientRequestFactory(ClientHttpRequestFactory delegate, CallPolicy policy, TransportRetries transportRetries) {
		super(delegate);
		this.policy = policy;
		this.transportRetries = transportRetries;
	}

	@Override
	protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory delegate)
			throws IOException {
		return new ResilientRequest(this, uri, delegate.createRequest(uri, method));
	}

	CallPolicy policy() {
		return this.policy;
	}

	/**
	 * Noted for good: an interceptor that retries once will do so again. It may do so for
	 * one dependency and not for another.
	 */
	void retriesItself(Authority authority) {
		if (this.retryingItself.size() < MAX_AUTHORITIES && this.retryingItself.add(authority)) {
			logger.info("An interceptor of the application makes failed calls to {} once more. "
					+ "Calls of this client to it are not retried by Mainstay any more.", authority);
		}
	}

	boolean isRetryingItself(Authority authority) {
		return this.retryingItself.contains(authority) || this.transportRetries.areMade();
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
