package dev.mainstay.resilience.deadline.reactive;

import java.util.List;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.resilience.deadline.InboundRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * A request on WebFlux.
 */
final class ReactiveInboundRequest implements InboundRequest {

	private final ServerWebExchange exchange;

	ReactiveInboundRequest(ServerWebExchange exchange) {
		this.exchange = exchange;
	}

	@Override
	public @Nullable String onlyValue(String name) {
		List<String> values = this.exchange.getRequest().getHeaders().get(name);
		return (values != null && values.size() == 1) ? values.get(0) : null;
	}

	@Override
	public @Nullable RequestStart start() {
		return (this.exchange.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange known) ? known.start()
				: null;
	}

}
