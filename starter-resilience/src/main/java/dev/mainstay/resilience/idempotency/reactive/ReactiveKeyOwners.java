package dev.mainstay.resilience.idempotency.reactive;

import java.util.Optional;
import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.HandlerFrames;
import dev.mainstay.resilience.idempotency.LeftAlone;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import reactor.core.publisher.Mono;

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

	private final OwnRoutes routes;

	private final ReactiveCallers callers;

	/**
	 * Create it.
	 * @param application tells, for a request with a key, whether the application handles
	 * it
	 * @param routes the routes on which it does so as well
	 * @param callers tell whose the other keys are
	 */
	public ReactiveKeyOwners(Predicate<ServerWebExchange> application, OwnRoutes routes, ReactiveCallers callers) {
		this.leftAlone = new LeftAlone<>(
				(exchange) -> isOnOwnRoute(exchange.getRequest()) || application.test(exchange));
		this.routes = routes;
		this.callers = callers;
	}

	private boolean isOnOwnRoute(ServerHttpRequest request) {
		return !this.routes.isEmpty()
				&& this.routes.include(request.getMethod().name(), request.getPath().pathWithinApplication());
	}

	boolean isApplications(ServerWebExchange exchange) {
		return this.leftAlone.test(exchange);
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
		this.routes.readsKey(exchange.getRequest().getMethod().name(), (pattern != null) ? pattern.toString() : null);
		return true;
	}

}
