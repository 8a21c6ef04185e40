package dev.mainstay.core.request;

import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one lifecycle of requests: begins an {@link RequestExchange exchange}, and tells
 * the listeners of its end. The web stacks call it; an application only provides
 * {@link RequestCompletionListener listeners}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RequestLifecycle.class);

	private final Supplier<List<RequestCompletionListener>> listeners;

	private final TrustedProxies trustedProxies;

	/**
	 * Create the lifecycle.
	 * @param listeners asked for the listeners when a request ends, so that they may be
	 * created after the server
	 * @param trustedProxies the proxies whose word on the client's address is taken
	 */
	public RequestLifecycle(Supplier<List<RequestCompletionListener>> listeners, TrustedProxies trustedProxies) {
		this.listeners = listeners;
		this.trustedProxies = trustedProxies;
	}

	/**
	 * Begin an exchange, when the server has read the head of a request.
	 * @param start how the request began
	 * @return the exchange, which has to be {@link RequestExchange#complete completed}
	 */
	public RequestExchange begin(RequestStart start) {
		return new RequestExchange(this, start);
	}

	TrustedProxies trustedProxies() {
		return this.trustedProxies;
	}

	void completed(CompletedRequest request) {
		for (RequestCompletionListener listener : this.listeners.get()) {
			try {
				listener.onCompletion(request);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A listener failed at the end of a request: {}", listener.getClass().getName(), ex);
			}
		}
	}

}
