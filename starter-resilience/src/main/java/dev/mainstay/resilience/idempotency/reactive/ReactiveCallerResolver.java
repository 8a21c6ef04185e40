package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.resilience.idempotency.Caller;
import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;

/**
 * Tells whose key it is, where the application knows more than the container: the tenant,
 * the subject of a token that it checks itself, the owner of an API key. A bean of this
 * type comes before everything else. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ReactiveCallerResolver {

	/**
	 * The caller of a request. Called once for each request with a key, before its body
	 * is read. If it fails, the request runs without protection, as it might else be
	 * answered with what belongs to another caller.
	 * @param exchange the exchange, as it is behind the security filter
	 * @return the caller, the same for each attempt at the same operation; empty if it is
	 * to be found out without this resolver
	 */
	Mono<Caller> resolve(ServerWebExchange exchange);

}
