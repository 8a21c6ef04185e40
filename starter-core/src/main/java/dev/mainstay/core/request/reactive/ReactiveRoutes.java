package dev.mainstay.core.request.reactive;

import java.util.Map;

import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOrigin;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * Notes the template of the handler that was chosen, and whose request it thereby is.
 */
record ReactiveRoutes(EndpointOrigins origins) {

	/** Static resources are chosen for everything, also for what does not exist. */
	void note(RequestExchange exchange, Map<String, Object> attributes, boolean failed) {
		Object pattern = attributes.get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		Object handler = attributes.get(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		if (pattern != null && handler != null && !(failed && handler instanceof ResourceWebHandler)) {
			exchange.routed(pattern.toString());
			RequestOrigin origin = this.origins.of(type(handler), pattern.toString());
			if (origin != null) {
				exchange.origin(origin);
			}
		}
	}

	private static Class<?> type(Object handler) {
		return (handler instanceof HandlerMethod method) ? method.getBeanType() : handler.getClass();
	}

}
