package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOutcome;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Notes the failures that no exception handler of the application wanted. Handles none,
 * and must come right before the one of Spring Boot, which handles all. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UnhandledFailures implements WebExceptionHandler, Ordered {

	/** That of Spring Boot's own, before which beans that are registered earlier come. */
	private static final int ORDER = -1;

	@Override
	public Mono<Void> handle(ServerWebExchange webExchange, Throwable failure) {
		if (webExchange.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange) {
			if (ClientAbort.isCauseOf(failure)) {
				exchange.ending(RequestOutcome.ABORTED);
			}
			else if (!(failure instanceof ErrorResponse response) || response.getStatusCode().is5xxServerError()) {
				exchange.failed(failure);
			}
		}
		return Mono.error(failure);
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
