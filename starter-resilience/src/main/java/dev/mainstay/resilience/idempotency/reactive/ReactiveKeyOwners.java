package dev.mainstay.resilience.idempotency.reactive;

import java.util.Optional;
import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.HandlerFrames;
import dev.mainstay.resilience.idempotency.LeftAlone;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import dev.mainstay.resilience.idempotency.RoutePolicy;
import reactor.core.publisher.Mono;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells which keys the application handles itself, and whose the others are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveKeyOwners {

	private final LeftAlone<ServerWebExchange> leftAlone;

	private final LeftAlone<ServerWebExchange> readers;

	private final OwnRoutes own;

	private final ReactiveRoutes routes;

	private final ReactiveCallers callers;

	/**
	 * Create it.
	 * @param application tells, for a request with a key, whether the application handles
	 * it, whatever its route
	 * @param own the routes on which it does so as well
	 * @param routes tell what is done with the other keys
	 * @param callers tell whose the other keys are
	 */
	public ReactiveKeyOwners(Predicate<ServerWebExchange> application, OwnRoutes own, ReactiveRoutes routes,
			ReactiveCallers callers) {
		this.leftAlone = new LeftAlone<>(
				(exchange) -> own.exclude(() -> path(exchange.getRequest())) || application.test(exchange));
		this.readers = new LeftAlone<>((exchange) -> isOnOwnRoute(exchange.getRequest()) || routes.readsKey(exchange));
		this.own = own;
		this.routes = routes;
		this.callers = callers;
	}

	private boolean isOnOwnRoute(ServerHttpRequest request) {
		return !this.own.isEmpty() && this.own.include(request.getMethod().name(), path(request));
	}

	private static PathContainer path(ServerHttpRequest request) {
		return request.getPath().pathWithinApplication();
	}

	/** Whether a request without a key may have to be refused. */
	boolean mayRequire(ServerHttpRequest request) {
		return this.routes.mayRequire(request);
	}

	RoutePolicy policyOf(ServerWebExchange exchange) {
		return this.routes.policyOf(exchange);
	}

	/**
	 * Whether a request is left alone. A handler that reads the key has it, unless
	 * somebody has said that it is ours.
	 */
	boolean isApplications(ServerWebExchange exchange, RoutePolicy route) {
		return this.leftAlone.test(exchange) || ((!route.explicit() || route.isOff()) && this.readers.test(exchange));
	}

	Mono<Optional<Caller>> caller(ServerWebExchange exchange) {
		return this.callers.of(exchange);
	}

	/**
	 * Called when somebody reads the key of a request that runs.
	 * @return whether it was the handler, to whom it is left from now on
	 */
	boolean passesToHandler(ServerWebExchange exchange) {
		Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		if (handler == null || !new HandlerFrames(handler).areOnThisThread()) {
			return false;
		}
		Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		this.own.readsKey(exchange.getRequest().getMethod().name(), (pattern != null) ? pattern.toString() : null);
		return true;
	}

}
