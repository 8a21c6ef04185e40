package dev.mainstay.core.hardening.probe.reactive;

import dev.mainstay.core.hardening.probe.ProbeHandler;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the handler of a probe that is not for one of the application's. Thread-safe.
 */
final class ProbeMapping implements HandlerMapping, Ordered {

	@Override
	public Mono<Object> getHandler(ServerWebExchange exchange) {
		return Mono.justOrEmpty(exchange.<String>getAttribute(ProbeHandler.ATTRIBUTE)).map((name) -> {
			StoppingAdapter.reached(exchange);
			return ProbeHandler.method(name);
		});
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
