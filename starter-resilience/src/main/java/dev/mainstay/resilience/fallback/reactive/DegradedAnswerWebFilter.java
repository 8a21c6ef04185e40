package dev.mainstay.resilience.fallback.reactive;

import dev.mainstay.resilience.fallback.DegradedAnswer;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Marks answers that a fallback took part in with a header. Thread-safe.
 *
 * @param header the name of the header, empty for none
 * @since 0.1.0
 */
public record DegradedAnswerWebFilter(String header) implements WebFilter, Ordered {

	/** Outside of whatever may make a call. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.header.isEmpty()) {
			return chain.filter(exchange);
		}
		DegradedAnswer answer = new DegradedAnswer();
		exchange.getResponse().beforeCommit(() -> {
			String clients = answer.clients();
			if (clients != null) {
				exchange.getResponse().getHeaders().set(this.header, clients);
			}
			return Mono.empty();
		});
		return chain.filter(exchange).contextWrite((context) -> context.put(DegradedAnswer.KEY, answer));
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
