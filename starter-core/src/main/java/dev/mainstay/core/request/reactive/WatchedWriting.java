package dev.mainstay.core.request.reactive;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * One attempt to write a body, and who ends it before its end. When the client goes away
 * the server stops taking the body, or fails to write it, and tells the application
 * nothing of it. The application may withdraw what it writes, too, as for a time-out, and
 * then answer otherwise: that reaches the writing before it reaches the body.
 */
final class WatchedWriting {

	private final WatchedServerResponse response;

	private volatile boolean withdrawn;

	private volatile boolean failed;

	WatchedWriting(WatchedServerResponse response) {
		this.response = response;
	}

	/** An error that is not the body's own is one of the connection. */
	Mono<Void> watch(Mono<Void> writing) {
		return writing.doOnCancel(() -> this.withdrawn = true).doOnError((ex) -> {
			if (!this.failed && this.response.isCommitted()) {
				this.response.abort();
			}
		});
	}

	Flux<Publisher<? extends DataBuffer>> parts(Publisher<? extends Publisher<? extends DataBuffer>> parts) {
		return Flux.from(parts)
			.<Publisher<? extends DataBuffer>>map(this::body)
			.doOnError((ex) -> this.failed = true)
			.doOnCancel(this::cancelled);
	}

	/** A single buffer stays one: the server has a shorter way for it. */
	Publisher<? extends DataBuffer> body(Publisher<? extends DataBuffer> body) {
		if (body instanceof Mono<? extends DataBuffer> single) {
			return single.doOnNext(this::count).doOnError((ex) -> this.failed = true).doOnCancel(this::cancelled);
		}
		return Flux.<DataBuffer>from(body)
			.doOnNext(this::count)
			.doOnError((ex) -> this.failed = true)
			.doOnCancel(this::cancelled);
	}

	private void count(DataBuffer buffer) {
		this.response.written(buffer.readableByteCount());
	}

	private void cancelled() {
		if (!this.withdrawn && this.response.isCommitted()) {
			this.response.abort();
		}
	}

}
