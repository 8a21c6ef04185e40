package dev.mainstay.security.browser.reactive;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.security.browser.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Asks the application whether pages of an origin may send a request: what has said so
 * already, its filters for CORS, and the handler that the request is for. Each is shown
 * the request, and looked at what it would let a browser know. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveTargets {

	private static final Logger logger = LoggerFactory.getLogger(ReactiveTargets.class);

	private final Supplier<List<HandlerMapping>> mappings;

	private final Supplier<List<CorsWebFilter>> filters;

	/**
	 * Create it.
	 * @param mappings asked for the mappings of handlers, in their order
	 * @param filters asked for the filters for CORS
	 */
	public ReactiveTargets(Supplier<List<HandlerMapping>> mappings, Supplier<List<CorsWebFilter>> filters) {
		this.mappings = mappings;
		this.filters = filters;
	}

	Mono<Target> of(ServerWebExchange exchange) {
		LookUpExchange lookUp = new LookUpExchange(exchange);
		Mono<Boolean> byHandler = Flux.defer(() -> Flux.fromIterable(this.mappings.get()))
			.concatMap((mapping) -> mapping.getHandler(lookUp))
			.next()
			.map((handler) -> allows(lookUp, exchange))
			.onErrorResume((ex) -> nothing(ex, "The handler of a request from another site cannot be found"))
			.defaultIfEmpty(false);
		return byHandler
			.flatMap((allowed) -> (allowed || allows(exchange, exchange)) ? Mono.just(true) : byFilter(exchange))
			.map((allowed) -> new Target(route(lookUp), allowed));
	}

	private Mono<Boolean> byFilter(ServerWebExchange exchange) {
		return Flux.defer(() -> Flux.fromIterable(this.filters.get())).concatMap((filter) -> {
			LookUpExchange lookUp = new LookUpExchange(exchange);
			return filter.filter(lookUp, (ignored) -> Mono.empty())
				.then(Mono.fromSupplier(() -> allows(lookUp, exchange)));
		}).onErrorResume((ex) -> nothing(ex, "A filter for CORS cannot be asked")).any((allowed) -> allowed);
	}

	private static <T> Mono<T> nothing(Throwable failure, String message) {
		logger.debug(message, failure);
		return Mono.empty();
	}

	/** Every origin without credentials is no word on requests that have them. */
	private static boolean allows(ServerWebExchange answered, ServerWebExchange exchange) {
		String origin = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ORIGIN);
		return origin != null
				&& origin.equals(answered.getResponse().getHeaders().getFirst(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN));
	}

	private static @Nullable String route(ServerWebExchange lookUp) {
		Object pattern = lookUp.getAttributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : null;
	}

}
