package dev.mainstay.core.request.reactive;

import java.util.function.IntSupplier;

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
 * and must come right before the handler that answers everything in the application's
 * place, and last if there is none. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UnhandledFailures implements WebExceptionHandler, Ordered {

	private final IntSupplier order;

	/**
	 * Create the handler.
	 * @param order asked for the place among the exception handlers when they are known
	 */
	public UnhandledFailures(IntSupplier order) {
		this.order = order;
	}

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
		return this.order.getAsInt();
	}

}
