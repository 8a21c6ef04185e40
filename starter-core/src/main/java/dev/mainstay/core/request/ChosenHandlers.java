package dev.mainstay.core.request;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.method.HandlerMethod;

/**
 * Notes which handler was chosen for a request, and whose request it thereby is.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ChosenHandlers {

	private static final Logger logger = LoggerFactory.getLogger(ChosenHandlers.class);

	private final EndpointOrigins origins;

	/**
	 * Create it.
	 * @param origins recognises the management endpoints
	 */
	public ChosenHandlers(EndpointOrigins origins) {
		this.origins = origins;
	}

	/**
	 * Note the handler. Called when it was chosen, or later. Does not throw, as the
	 * request must not fail for it.
	 * @param exchange the request
	 * @param handler the handler
	 * @param pattern its template
	 */
	public void note(RequestExchange exchange, Object handler, String pattern) {
		exchange.routed(pattern);
		try {
			RequestOrigin origin = this.origins.of(type(handler), pattern);
			if (origin != null) {
				exchange.origin(origin);
			}
		}
		catch (RuntimeException ex) {
			logger.debug("It cannot be told whose request is one for {}", pattern, ex);
		}
	}

	private static Class<?> type(Object handler) {
		return (handler instanceof HandlerMethod method) ? method.getBeanType() : handler.getClass();
	}

}
