package dev.mainstay.core.request;

import java.util.List;
import java.util.function.Supplier;

/**
 * The one lifecycle of requests: begins an {@link RequestExchange exchange}, and tells
 * the listeners of its end. The web stacks call it; an application only provides
 * {@link RequestCompletionListener listeners}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestLifecycle {

	private final Listeners<RequestCompletionListener> listeners;

	private final Listeners<RequestCounter> counters;

	private final TrustedProxies trustedProxies;

	/**
	 * Create the lifecycle.
	 * @param listeners asked for the listeners when the first request ends, so that they
	 * may be created after the server
	 * @param trustedProxies the proxies whose word on the client's address is taken
	 */
	public RequestLifecycle(Supplier<List<RequestCompletionListener>> listeners, TrustedProxies trustedProxies) {
		this(listeners, List::of, trustedProxies);
	}

	/**
	 * Create the lifecycle.
	 * @param listeners asked for the listeners when the first request ends, so that they
	 * may be created after the server
	 * @param counters asked for the counters when the first request ends
	 * @param trustedProxies the proxies whose word on the client's address is taken
	 */
	public RequestLifecycle(Supplier<List<RequestCompletionListener>> listeners,
			Supplier<List<RequestCounter>> counters, TrustedProxies trustedProxies) {
		this.listeners = new Listeners<>("at the end of a request", listeners);
		this.counters = new Listeners<>("at the end of a request", counters);
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

	/** Asks for the request only if there is somebody to tell. */
	void completed(RequestOrigin origin, Supplier<CompletedRequest> request) {
		this.counters.forEach((counter) -> counter.ended(origin));
		if (!this.listeners.isEmpty()) {
			CompletedRequest completed = request.get();
			this.listeners.forEach((listener) -> listener.onCompletion(completed));
		}
	}

}
