package dev.mainstay.resilience.idempotency.reactive;

import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.RoutePolicy;
import dev.mainstay.resilience.idempotency.RouteRules;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ServerWebExchange;

/**
 * What is done with the keys of requests, by their routes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveRoutes {

	private final RouteRules rules;

	private final ReactiveDeclaredHandlers declared;

	private final Predicate<ServerWebExchange> readers;

	private final Predicate<ServerWebExchange> management;

	private final SingletonSupplier<Boolean> requireSome;

	/**
	 * Create it.
	 * @param rules what was configured
	 * @param declared what the handlers say
	 * @param readers tells whether the handler of a request reads the key itself
	 * @param management tells whether a request is for a management endpoint, which takes
	 * no key whatever was configured
	 */
	public ReactiveRoutes(RouteRules rules, ReactiveDeclaredHandlers declared, Predicate<ServerWebExchange> readers,
			Predicate<ServerWebExchange> management) {
		this.rules = rules;
		this.declared = declared;
		this.readers = readers;
		this.management = management;
		this.requireSome = SingletonSupplier
			.of(() -> rules.requireSome() || rules.safely(declared::requireSome, false));
	}

	/** Whether a request without a key may have to be refused. */
	boolean mayRequire(ServerHttpRequest request) {
		return RouteRules.mayApplyTo(request.getMethod().name()) && this.requireSome.obtain();
	}

	RoutePolicy policyOf(ServerWebExchange exchange) {
		if (this.rules.safely(() -> this.management.test(exchange), false)) {
			return RoutePolicy.OFF;
		}
		ServerHttpRequest request = exchange.getRequest();
		return this.rules.policy(request.getMethod().name(), () -> request.getPath().pathWithinApplication(),
				() -> this.declared.of(exchange));
	}

	boolean readsKey(ServerWebExchange exchange) {
		return this.readers.test(exchange);
	}

}
