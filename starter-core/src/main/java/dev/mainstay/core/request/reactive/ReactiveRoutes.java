package dev.mainstay.core.request.reactive;

import java.util.Map;

import dev.mainstay.core.request.ChosenHandlers;
import dev.mainstay.core.request.RequestExchange;

import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * Notes the template of the handler that was chosen, and whose request it thereby is.
 */
record ReactiveRoutes(ChosenHandlers handlers) {

	/** Static resources are chosen for everything, also for what does not exist. */
	void note(RequestExchange exchange, Map<String, Object> attributes, boolean failed) {
		Object pattern = attributes.get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		Object handler = attributes.get(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		if (pattern != null && handler != null && !(failed && handler instanceof ResourceWebHandler)) {
			this.handlers.note(exchange, handler, pattern.toString());
		}
	}

}
