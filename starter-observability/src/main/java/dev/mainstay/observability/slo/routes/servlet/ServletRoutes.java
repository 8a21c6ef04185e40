package dev.mainstay.observability.slo.routes.servlet;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.routes.KnownRoute;
import dev.mainstay.observability.slo.routes.KnownRoutes;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The routes that the handler mappings of Spring MVC know. Those of management endpoints
 * are none of the application's.
 *
 * @since 0.1.0
 */
public final class ServletRoutes implements KnownRoutes {

	private static final String SPRING_BOOT = "org.springframework.boot.";

	private final Supplier<List<HandlerMapping>> mappings;

	private final boolean complete;

	/**
	 * Create the routes.
	 * @param mappings asked for the handler mappings of the application
	 * @param complete whether it has no functions as routes
	 */
	public ServletRoutes(Supplier<List<HandlerMapping>> mappings, boolean complete) {
		this.mappings = mappings;
		this.complete = complete;
	}

	@Override
	public List<KnownRoute> all() {
		return this.mappings.get()
			.stream()
			.filter((mapping) -> !isOfSpringBoot(mapping.getClass()))
			.flatMap(ServletRoutes::routes)
			.toList();
	}

	/** Endpoints are no routes of the application, whoever extends their mapping. */
	private static boolean isOfSpringBoot(@Nullable Class<?> type) {
		return type != null && (type.getName().startsWith(SPRING_BOOT) || isOfSpringBoot(type.getSuperclass()));
	}

	private static Stream<KnownRoute> routes(HandlerMapping mapping) {
		if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
			return methods.getHandlerMethods().keySet().stream().flatMap(ServletRoutes::routes);
		}
		return (mapping instanceof AbstractUrlHandlerMapping urls)
				? urls.getHandlerMap().keySet().stream().map((pattern) -> new KnownRoute(Set.of(), pattern))
				: Stream.empty();
	}

	private static Stream<KnownRoute> routes(RequestMappingInfo mapping) {
		Set<String> methods = mapping.getMethodsCondition()
			.getMethods()
			.stream()
			.map(RequestMethod::name)
			.collect(Collectors.toUnmodifiableSet());
		return mapping.getPatternValues().stream().map((template) -> new KnownRoute(methods, template));
	}

	@Override
	public boolean isComplete() {
		return this.complete;
	}

}
