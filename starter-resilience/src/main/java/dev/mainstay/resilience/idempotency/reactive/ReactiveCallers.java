package dev.mainstay.resilience.idempotency.reactive;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.CallerHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Whose keys they are: as the application says, else the principal's, else those of
 * whoever sends the same credentials. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveCallers {

	private static final Logger logger = LoggerFactory.getLogger(ReactiveCallers.class);

	private final CallerHeaders headers;

	private final String sessionCookie;

	private final ReactiveCallerResolver resolver;

	/**
	 * Create it.
	 * @param headers tell callers without a principal apart
	 * @param sessionCookie the name of the cookie with the id of the session
	 * @param resolver comes first
	 */
	public ReactiveCallers(CallerHeaders headers, String sessionCookie, ReactiveCallerResolver resolver) {
		this.headers = headers;
		this.sessionCookie = sessionCookie;
		this.resolver = resolver;
	}

	/**
	 * The caller of a request; an empty one if nobody can tell, because the application
	 * has failed to.
	 */
	Mono<Optional<Caller>> of(ServerWebExchange exchange) {
		return Mono.defer(() -> this.resolver.resolve(exchange))
			.switchIfEmpty(Mono.defer(() -> byDefault(exchange)))
			.map(Optional::of)
			.onErrorResume((failure) -> {
				logger.warn("The caller of a request with an idempotency key could not be resolved. It runs without "
						+ "protection.", failure);
				return Mono.just(Optional.empty());
			});
	}

	private Mono<Caller> byDefault(ServerWebExchange exchange) {
		return exchange.getPrincipal()
			.mapNotNull(Principal::getName)
			.map(Caller::user)
			.switchIfEmpty(Mono.fromSupplier(() -> anonymous(exchange.getRequest())));
	}

	private Caller anonymous(ServerHttpRequest request) {
		List<HttpCookie> session = request.getCookies().getOrDefault(this.sessionCookie, List.of());
		return this.headers.anonymous(request.getHeaders()::getOrEmpty,
				session.stream().map(HttpCookie::getValue).toList());
	}

}
