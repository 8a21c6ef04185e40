package dev.mainstay.core.problem.reactive;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Puts a problem where Spring Security refuses a request without words, or in a few that
 * are not the application's. Its place is right outside of Spring Security's filter; a
 * {@link SecurityPassedWebFilter} right inside of that notes what is the application's.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityRefusalWebFilter implements WebFilter, Ordered {

	/** One before Spring Security's, which is fixed. */
	private static final int ORDER = -101;

	private final SecurityRefusals refusals;

	/**
	 * Create the filter.
	 * @param refusals answers for Spring Security
	 */
	public SecurityRefusalWebFilter(SecurityRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!this.refusals.active()) {
			return chain.filter(exchange);
		}
		RefusableExchange refusable = new RefusableExchange(exchange, this.refusals);
		exchange.getAttributes().put(RefusableExchange.ATTRIBUTE, refusable);
		return chain.filter(refusable).then(Mono.defer(refusable::endOfChain));
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
