package dev.mainstay.core.hardening.probe.reactive;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.hardening.probe.ProbeHandler;
import reactor.core.publisher.Mono;

import org.springframework.core.PriorityOrdered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Ends where a handler of the application would be called, before any adapter that only
 * has an order. Thread-safe.
 */
final class StoppingAdapter implements HandlerAdapter, PriorityOrdered {

	/** Holds what a probe tells whoever has sent it. */
	static final String REACHED = StoppingAdapter.class.getName() + ".reached";

	/** Called where the handler of a probe was found. */
	static void reached(ServerWebExchange exchange) {
		AtomicBoolean reached = exchange.getAttribute(REACHED);
		if (reached != null) {
			reached.set(true);
		}
	}

	@Override
	public boolean supports(Object handler) {
		return !(handler instanceof ResourceWebHandler)
				&& !(handler instanceof HandlerMethod method && method.getBean() instanceof ProbeHandler);
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		reached(exchange);
		return Mono.empty();
	}

	@Override
	public int getOrder() {
		return PriorityOrdered.HIGHEST_PRECEDENCE;
	}

}
