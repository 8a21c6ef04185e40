package dev.mainstay.core.problem.reactive;

import dev.mainstay.core.problem.ForgedRequests;
import dev.mainstay.core.request.RequestExchange;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Does what the check for forged requests does by itself, and notes that it was that. For
 * chains that have no handler of their own for it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CsrfRefusalHandler implements ServerAccessDeniedHandler {

	private final ServerAccessDeniedHandler handler = new HttpStatusServerAccessDeniedHandler(HttpStatus.FORBIDDEN);

	private final ForgedRequests forged;

	/**
	 * Create the handler.
	 * @param forged told of the requests
	 */
	public CsrfRefusalHandler(ForgedRequests forged) {
		this.forged = forged;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
		SecurityRefusals.forged(exchange);
		this.forged.tell(exchange.getAttribute(RequestExchange.ATTRIBUTE));
		return this.handler.handle(exchange, denied);
	}

}
