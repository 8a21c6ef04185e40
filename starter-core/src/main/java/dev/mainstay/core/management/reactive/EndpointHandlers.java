package dev.mainstay.core.management.reactive;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.management.EndpointPatterns;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.webflux.actuate.endpoint.web.WebFluxEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Knows which endpoint each handler serves, in the application's own context and in that
 * of a separate management port, which comes later. Thread-safe.
 */
final class EndpointHandlers {

	/** Not a class, so that handlers of a later Spring Boot are recognised as well. */
	private static final String HANDLERS = WebFluxEndpointHandlerMapping.class.getPackageName() + ".";

	private final String basePath;

	private final Map<ApplicationContext, Map<Object, String>> endpoints = new ConcurrentHashMap<>();

	EndpointHandlers(String basePath) {
		this.basePath = basePath;
	}

	/** Called for every request to any handler: must cost next to nothing for others. */
	static boolean isEndpoint(Object handler) {
		return handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(HANDLERS);
	}

	@Nullable String endpointOf(Object handler, ApplicationContext context) {
		Map<Object, String> known = this.endpoints.get(context);
		if (known == null) {
			known = index(context);
			this.endpoints.put(context, known);
		}
		return known.get(((HandlerMethod) handler).getBean());
	}

	private Map<Object, String> index(ApplicationContext context) {
		Map<Object, String> index = new IdentityHashMap<>();
		for (WebFluxEndpointHandlerMapping mapping : BeanFactoryUtils
			.beansOfTypeIncludingAncestors(context, WebFluxEndpointHandlerMapping.class)
			.values()) {
			EndpointPatterns patterns = new EndpointPatterns(this.basePath, mapping.getEndpoints());
			mapping.getHandlerMethods().forEach((info, method) -> {
				String endpoint = patterns.endpointOf(
						info.getPatternsCondition().getPatterns().stream().map(PathPattern::getPatternString).toList());
				if (endpoint != null) {
					index.put(method.getBean(), endpoint);
				}
			});
		}
		return index;
	}

}
