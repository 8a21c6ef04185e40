package dev.mainstay.security.event.authentication.reactive;

import java.util.HashMap;
import java.util.Map;

import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.authentication.Caller;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Tells of callers to whom a handler or method security denies something on WebFlux, as
 * long as the application does not answer for it itself. Its place is inside of Spring
 * Security's filter. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeniedRequestWebFilter implements WebFilter, Ordered {

	/** Inside of what notes that Spring Security, at -100, let a request through. */
	private static final int ORDER = -98;

	private final SecurityEventPublisher events;

	/**
	 * Create the filter.
	 * @param events publishes the events
	 */
	public DeniedRequestWebFilter(SecurityEventPublisher events) {
		this.events = events;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!this.events.enabled()) {
			return chain.filter(exchange);
		}
		ObservedRequest request = ObservedRequest.of(exchange);
		request.passed();
		return chain.filter(exchange)
			.onErrorResume(AccessDeniedException.class, (denied) -> tell(exchange, request).then(Mono.error(denied)));
	}

	private Mono<Void> tell(ServerWebExchange exchange, ObservedRequest request) {
		return ReactiveSecurityContextHolder.getContext()
			.map((context) -> new Caller(context.getAuthentication()))
			.filter((caller) -> caller.isSomebody() && !request.isTold())
			.doOnNext((caller) -> {
				request.told();
				this.events.publish(() -> withRoute(caller.denied("access-denied", request.exchange()), exchange));
			})
			.then();
	}

	/** It is noted with the request when that ends. */
	private static SecurityEvent withRoute(SecurityEvent event, ServerWebExchange exchange) {
		Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (route == null) {
			return event;
		}
		Map<String, String> data = new HashMap<>(event.data());
		data.put("http.route", route.toString());
		return new SecurityEvent(event.type(), event.principal(), data, event.request());
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
