package dev.mainstay.core.problem.reactive;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Notes that Spring Security let a request through: whatever is answered from here on is
 * the application's own. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityPassedWebFilter implements WebFilter, Ordered {

	/** One behind Spring Security's. */
	private static final int ORDER = -99;

	/**
	 * Create the filter.
	 */
	public SecurityPassedWebFilter() {
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		RefusableExchange refusable = exchange.getAttribute(RefusableExchange.ATTRIBUTE);
		if (refusable == null) {
			return chain.filter(exchange);
		}
		refusable.passed();
		return chain.filter(exchange).doOnError((ex) -> refusable.threwBack());
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
