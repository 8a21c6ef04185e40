package dev.mainstay.core.management.servlet;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.management.EndpointPatterns;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Knows which endpoint each handler serves, in the application's own context and in that
 * of a separate management port, which comes later. Thread-safe.
 */
final class EndpointHandlers {

	/** Not a class, so that handlers of a later Spring Boot are recognised as well. */
	private static final String HANDLERS = WebMvcEndpointHandlerMapping.class.getPackageName() + ".";

	private final String basePath;

	private final Map<WebApplicationContext, Map<Object, String>> endpoints = new ConcurrentHashMap<>();

	EndpointHandlers(String basePath) {
		this.basePath = basePath;
	}

	/** Called for every request to any handler: must cost next to nothing for others. */
	@Nullable String endpointOf(Object handler, HttpServletRequest request) {
		if (handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(HANDLERS)) {
			WebApplicationContext context = RequestContextUtils.findWebApplicationContext(request);
			return (context != null) ? endpointsOf(context).get(method.getBean()) : EndpointPatterns.UNKNOWN;
		}
		return null;
	}

	private Map<Object, String> endpointsOf(WebApplicationContext context) {
		Map<Object, String> known = this.endpoints.get(context);
		if (known == null) {
			known = index(context);
			this.endpoints.put(context, known);
		}
		return known;
	}

	private Map<Object, String> index(WebApplicationContext context) {
		Map<Object, String> index = new IdentityHashMap<>();
		for (WebMvcEndpointHandlerMapping mapping : BeanFactoryUtils
			.beansOfTypeIncludingAncestors(context, WebMvcEndpointHandlerMapping.class)
			.values()) {
			EndpointPatterns patterns = new EndpointPatterns(this.basePath, mapping.getEndpoints());
			mapping.getHandlerMethods().forEach((info, method) -> {
				String endpoint = patterns.endpointOf(info.getPatternValues());
				if (endpoint != null) {
					index.put(method.getBean(), endpoint);
				}
			});
		}
		return index;
	}

}
