package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.ChosenHandlers;
import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Notes the template of the first handler that is chosen for a request, and whose request
 * it thereby is. Neither is known at the end any more: an error page and a forward leave
 * their own. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RouteInterceptor implements HandlerInterceptor {

	private final ChosenHandlers handlers;

	/**
	 * Create the interceptor.
	 * @param origins recognises the management endpoints
	 */
	public RouteInterceptor(EndpointOrigins origins) {
		this.handlers = new ChosenHandlers(origins);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof ResourceHttpRequestHandler)) {
			note(request, handler);
		}
		return true;
	}

	/**
	 * Static resources are chosen for everything; only here it is known that one exists.
	 */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		if (handler instanceof ResourceHttpRequestHandler) {
			note(request, handler);
		}
	}

	private void note(HttpServletRequest request, Object handler) {
		RequestExchange exchange = (RequestExchange) request.getAttribute(RequestExchange.ATTRIBUTE);
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (exchange != null && pattern != null && request.getDispatcherType() == DispatcherType.REQUEST) {
			this.handlers.note(exchange, handler, pattern.toString());
		}
	}

}
