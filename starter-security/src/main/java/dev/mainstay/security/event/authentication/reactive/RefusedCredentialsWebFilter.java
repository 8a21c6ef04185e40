package dev.mainstay.security.event.authentication.reactive;

import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.authentication.Credentials;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Tells of credentials that Spring Security refuses without being observed: a header that
 * cannot be read, an authentication manager of its own, and everything where nothing is
 * observed. Its place is outside of Spring Security's filter, with a
 * {@link DeniedRequestWebFilter} inside of it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RefusedCredentialsWebFilter implements WebFilter, Ordered {

	/** Outside of what answers for Spring Security, whose own place is fixed at -100. */
	private static final int ORDER = -102;

	private final SecurityEventPublisher events;

	/**
	 * Create the filter.
	 * @param events publishes the events
	 */
	public RefusedCredentialsWebFilter(SecurityEventPublisher events) {
		this.events = events;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ObservedRequest request = ObservedRequest.of(exchange);
		if (!this.events.enabled() || !Credentials.isIn(request.authorization())) {
			return chain.filter(exchange);
		}
		return chain.filter(exchange).doOnSuccess((nothing) -> {
			if (HttpStatus.UNAUTHORIZED.equals(exchange.getResponse().getStatusCode()) && !request.isPassed()
					&& !request.isTold()) {
				this.events.publish(() -> Credentials.refused(request.authorization(), request.exchange()));
			}
		});
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
