package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.resilience.idempotency.IdempotencyAttributes;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says in the trace of a request what became of its key.
 */
final class ObservedExchange {

	private ObservedExchange() {
	}

	static void note(ServerWebExchange exchange, IdempotencyResult result, @Nullable String recordKey) {
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((context) -> IdempotencyAttributes.note(context, result, recordKey));
	}

}
