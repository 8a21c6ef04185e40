package dev.mainstay.core.management;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

/**
 * Knows which endpoint each handler serves, in the application's own context and in that
 * of a separate management port, which comes later. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EndpointHandlers {

	private final String handlerPackage;

	private final Function<ApplicationContext, EndpointIndex> indexer;

	private final Map<ApplicationContext, EndpointIndex> indexes = new ConcurrentHashMap<>();

	/**
	 * Create it.
	 * @param handlerPackage the package of the handlers: no class, so that those of a
	 * later Spring Boot are recognised as well
	 * @param indexer called for a context when the first of its endpoints is
	 */
	public EndpointHandlers(String handlerPackage, Function<ApplicationContext, EndpointIndex> indexer) {
		this.handlerPackage = handlerPackage + ".";
		this.indexer = indexer;
	}

	/**
	 * Whether a handler serves an endpoint. Called for every request to any handler.
	 * @param handler the handler that was chosen
	 * @return whether it does
	 */
	public boolean isEndpoint(Object handler) {
		return handler instanceof HandlerMethod method
				&& method.getBeanType().getName().startsWith(this.handlerPackage);
	}

	/**
	 * What a handler does. Called for handlers that do serve an endpoint.
	 * @param handler the handler
	 * @param context the context that it was chosen in, {@code null} if not known
	 * @return the operation, {@code null} for the page that lists the endpoints and for
	 * the groups of health, which are open
	 */
	public @Nullable EndpointOperation operationOf(Object handler, @Nullable ApplicationContext context) {
		if (context == null || !(handler instanceof HandlerMethod method)) {
			return EndpointOperation.UNKNOWN;
		}
		EndpointIndex index = this.indexes.get(context);
		if (index == null) {
			index = this.indexer.apply(context);
			this.indexes.put(context, index);
		}
		return index.operationOf(method.getBean());
	}

}
