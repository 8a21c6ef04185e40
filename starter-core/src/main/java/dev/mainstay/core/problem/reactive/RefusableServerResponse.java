package dev.mainstay.core.problem.reactive;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Notices what Spring Security says to a request that it does not let through. Who else
 * has something to say is left alone.
 */
final class RefusableServerResponse extends ServerHttpResponseDecorator {

	/**
	 * Writes the same few words for every refusal; the name is of an optional library.
	 */
	private static final String DEFAULT = "org.springframework.security.web.server.authorization."
			+ "HttpStatusServerAccessDeniedHandler";

	/** It calls us through no more than a few decorators. */
	private static final int FRAMES = 12;

	private static final StackWalker STACK = StackWalker.getInstance();

	private final RefusableExchange exchange;

	RefusableServerResponse(ServerHttpResponse response, RefusableExchange exchange) {
		super(response);
		this.exchange = exchange;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		if (this.exchange.isRefusal() && isDefault()) {
			return Flux.from(body).doOnNext(DataBufferUtils::release).then(Mono.defer(this.exchange::refuse));
		}
		this.exchange.passed();
		return super.writeWith(body);
	}

	private static boolean isDefault() {
		return STACK.walk((frames) -> frames.limit(FRAMES).anyMatch((frame) -> frame.getClassName().equals(DEFAULT)));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		this.exchange.passed();
		return super.writeAndFlushWith(body);
	}

	@Override
	public Mono<Void> setComplete() {
		return this.exchange.isRefusal() ? this.exchange.refuse() : super.setComplete();
	}

}
