package dev.mainstay.resilience.idempotency.reactive;

import java.io.ByteArrayOutputStream;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Reads a body up to a limit. When there is more, it stops asking, and whoever takes the
 * rest asks for it.
 */
final class BodyCollector implements CoreSubscriber<DataBuffer> {

	private final MonoSink<CollectedBody> sink;

	private final int limit;

	private final ByteArrayOutputStream read = new ByteArrayOutputStream();

	private volatile Subscription source = Operators.emptySubscription();

	private volatile Sinks.@Nullable Many<DataBuffer> rest;

	private BodyCollector(MonoSink<CollectedBody> sink, int limit) {
		this.sink = sink;
		this.limit = limit;
	}

	/**
	 * Read a body.
	 * @return the body; complete if it has at most as many bytes as the limit says
	 */
	static Mono<CollectedBody> collect(Publisher<? extends DataBuffer> body, int limit) {
		return Mono.create((sink) -> Flux.<DataBuffer>from(body).subscribe(new BodyCollector(sink, limit)));
	}

	@Override
	public Context currentContext() {
		return Context.of(this.sink.contextView());
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.source = subscription;
		this.sink.onCancel(this::cancel);
		// One at a time, so that nothing is on its way when the limit is met.
		subscription.request(1);
	}

	private void cancel() {
		if (this.rest == null) {
			this.source.cancel();
		}
	}

	@Override
	public void onNext(DataBuffer buffer) {
		Sinks.Many<DataBuffer> takers = this.rest;
		if (takers != null) {
			if (takers.tryEmitNext(buffer).isFailure()) {
				DataBufferUtils.release(buffer);
			}
			return;
		}
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		this.read.writeBytes(bytes);
		if (this.read.size() > this.limit) {
			handOver();
		}
		else {
			this.source.request(1);
		}
	}

	private void handOver() {
		Sinks.Many<DataBuffer> takers = Sinks.many().unicast().onBackpressureBuffer();
		this.rest = takers;
		Flux<DataBuffer> remaining = takers.asFlux().doOnRequest(this.source::request).doOnCancel(this.source::cancel);
		this.sink.success(new CollectedBody(this.read.toByteArray(), remaining));
	}

	@Override
	public void onError(Throwable failure) {
		Sinks.Many<DataBuffer> takers = this.rest;
		if (takers != null) {
			takers.tryEmitError(failure);
		}
		else {
			this.sink.error(failure);
		}
	}

	@Override
	public void onComplete() {
		Sinks.Many<DataBuffer> takers = this.rest;
		if (takers != null) {
			takers.tryEmitComplete();
		}
		else {
			this.sink.success(new CollectedBody(this.read.toByteArray(), null));
		}
	}

}
