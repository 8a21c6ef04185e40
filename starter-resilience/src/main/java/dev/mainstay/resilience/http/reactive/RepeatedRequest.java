package dev.mainstay.resilience.http.reactive;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * A request that the application prepares once more, as for the attempt before. What it
 * writes is known.
 */
final class RepeatedRequest extends NativelySeenRequest {

	RepeatedRequest(ClientHttpRequest request, Sending sending) {
		super(request, sending);
	}

	@Override
	public Mono<Void> setComplete() {
		return Mono.empty();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return Mono.empty();
	}

}
