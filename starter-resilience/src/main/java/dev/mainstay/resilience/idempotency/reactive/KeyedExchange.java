package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.resilience.idempotency.IdempotencyKey;
import dev.mainstay.resilience.idempotency.RoutePolicy;

import org.springframework.web.server.ServerWebExchange;

/**
 * An exchange whose request carries a key that is taken.
 *
 * @param key the key
 * @param route what is done with the keys of its route
 * @param exchange the exchange
 * @param recording its response
 */
record KeyedExchange(IdempotencyKey key, RoutePolicy route, ServerWebExchange exchange,
		RecordingHttpResponse recording) {

	boolean isRequired() {
		return this.route.isRequired();
	}

}
