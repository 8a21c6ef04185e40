package dev.mainstay.core.request.reactive;

import java.io.IOException;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOutcome;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/**
 * Notices that the client goes away while its body is read. Only here that can be told
 * from a connection to somebody else that breaks.
 */
final class WatchedBody extends ServerHttpRequestDecorator {

	private final RequestExchange exchange;

	private WatchedBody(RequestExchange exchange, ServerHttpRequest request) {
		super(request);
		this.exchange = exchange;
	}

	static ServerWebExchange watch(RequestExchange exchange, ServerWebExchange webExchange) {
		ServerHttpRequest request = webExchange.getRequest();
		return hasBody(request.getHeaders()) ? webExchange.mutate().request(new WatchedBody(exchange, request)).build()
				: webExchange;
	}

	private static boolean hasBody(HttpHeaders headers) {
		return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return super.getBody().doOnError(IOException.class, (ex) -> this.exchange.ending(RequestOutcome.ABORTED));
	}

}
