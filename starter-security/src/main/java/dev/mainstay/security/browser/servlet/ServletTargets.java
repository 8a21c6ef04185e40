package dev.mainstay.security.browser.servlet;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.security.browser.Target;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks the application whether pages of an origin may send a request: what has said so
 * already, its filters for CORS, and the handler that the request is for. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServletTargets {

	private static final Logger logger = LoggerFactory.getLogger(ServletTargets.class);

	/** Has allowed origins of its own; the name is of an optional library. */
	private static final String WEB_SOCKET = "org.springframework.web.socket.server.support.WebSocketHttpRequestHandler";

	private final Supplier<List<HandlerMapping>> mappings;

	private final Supplier<List<PlacedCorsFilter>> filters;

	/**
	 * Create it.
	 * @param mappings asked for the mappings of handlers, in their order
	 * @param filters asked for the filters for CORS
	 */
	public ServletTargets(Supplier<List<HandlerMapping>> mappings, Supplier<List<PlacedCorsFilter>> filters) {
		this.mappings = mappings;
		this.filters = filters;
	}

	Target of(HttpServletRequest request, HttpServletResponse response) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		LookUpRequest lookUp = new LookUpRequest(request);
		HandlerExecutionChain chain = find(lookUp);
		Object pattern = lookUp.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		boolean allowed = (chain != null && decidesItself(chain))
				|| (origin != null && (origin.equals(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
						|| (chain != null && allows(chain, lookUp, origin))
						|| this.filters.get().stream().anyMatch((filter) -> filter.allow(origin, request, response))));
		return new Target((pattern != null) ? pattern.toString() : null, allowed);
	}

	/** A request without a handler fails there, too, and is told why. */
	private @Nullable HandlerExecutionChain find(HttpServletRequest request) {
		try {
			ServletRequestPathUtils.parseAndCache(request);
			for (HandlerMapping mapping : this.mappings.get()) {
				HandlerExecutionChain chain = mapping.getHandler(request);
				if (chain != null) {
					return chain;
				}
			}
		}
		catch (Exception ex) {
			logger.debug("The handler of a request from another site cannot be found", ex);
		}
		return null;
	}

	private static boolean decidesItself(HandlerExecutionChain chain) {
		return WEB_SOCKET.equals(chain.getHandler().getClass().getName());
	}

	private static boolean allows(HandlerExecutionChain chain, HttpServletRequest request, String origin) {
		CorsConfiguration configuration = (chain.getHandler() instanceof CorsConfigurationSource source)
				? source.getCorsConfiguration(request) : null;
		for (Object interceptor : chain.getInterceptorList()) {
			if (interceptor instanceof CorsConfigurationSource source) {
				configuration = source.getCorsConfiguration(request);
			}
		}
		return configuration != null && allows(configuration, request, origin);
	}

	/** Every origin without credentials is no word on requests that have them. */
	private static boolean allows(CorsConfiguration configuration, HttpServletRequest request, String origin) {
		try {
			return origin.equals(configuration.checkOrigin(origin))
					&& configuration.checkHttpMethod(HttpMethod.valueOf(request.getMethod())) != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
