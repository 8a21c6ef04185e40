package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.ChosenHandlers;
import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * The outermost filter: makes the exchange known to the application by its attribute, and
 * notes the trace and the handler that was chosen. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestExchangeWebFilter implements WebFilter, Ordered {

	private final ReactiveRoutes routes;

	private final @Nullable TraceIdSource source;

	/**
	 * Create the filter.
	 * @param origins recognises the management endpoints
	 * @param source reads the identity of the trace, {@code null} if requests are not
	 * traced
	 */
	public RequestExchangeWebFilter(EndpointOrigins origins, @Nullable TraceIdSource source) {
		this.routes = new ReactiveRoutes(new ChosenHandlers(origins));
		this.source = source;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange webExchange, WebFilterChain chain) {
		return Mono.deferContextual((context) -> {
			RequestExchange exchange = context.getOrDefault(RequestExchange.ATTRIBUTE, null);
			return (exchange != null) ? filter(exchange, webExchange, chain) : chain.filter(webExchange);
		});
	}

	private Mono<Void> filter(RequestExchange exchange, ServerWebExchange webExchange, WebFilterChain chain) {
		webExchange.getAttributes().put(RequestExchange.ATTRIBUTE, exchange);
		trace(exchange, webExchange);
		return chain.filter(WatchedBody.watch(exchange, webExchange))
			.doOnSuccess((nothing) -> this.routes.note(exchange, webExchange.getAttributes(), false))
			.doOnError((ex) -> this.routes.note(exchange, webExchange.getAttributes(), true))
			.doOnCancel(() -> this.routes.note(exchange, webExchange.getAttributes(), false));
	}

	private void trace(RequestExchange exchange, ServerWebExchange webExchange) {
		ServerRequestObservationContext observation = ServerRequestObservationContext
			.findCurrent(webExchange.getAttributes())
			.orElse(null);
		TraceIds traceIds = (this.source != null && observation != null) ? this.source.traceIds(observation) : null;
		if (traceIds != null) {
			exchange.traced(traceIds);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
