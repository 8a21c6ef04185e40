package dev.mainstay.resilience.http.reactive;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.mainstay.resilience.http.StreamingTypes;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;

/**
 * An answer whose body is part of its attempt: it ends in time, and the attempt is over
 * when it has ended.
 */
final class ReactiveAnswer extends ClientHttpResponseDecorator {

	/** More is not worth a connection to be read by nobody. */
	private static final int MAX_UNREAD = 64 * 1024;

	/** By this Reactor asks a subscriber what becomes of errors that have no taker. */
	private static final Context SILENT = Context.of("reactor.onErrorDropped.local",
			(Consumer<Throwable>) (failure) -> {
			});

	private final Sending sending;

	private final AtomicBoolean read = new AtomicBoolean();

	ReactiveAnswer(ClientHttpResponse response, Sending sending) {
		super(response);
		this.sending = sending;
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return new Body(super.getBody());
	}

	/** It is for the application. */
	ReactiveAnswer handedOut() {
		if (StreamingTypes.include(getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))) {
			this.sending.streamed();
		}
		return this;
	}

	/** The caller has gone. Whoever reads the body already ends that himself. */
	void abandoned() {
		if (this.read.compareAndSet(false, true)) {
			cancel(getDelegate());
			this.sending.giveUp();
		}
	}

	/**
	 * Nobody will read it. A small body that comes soon is read, so that the connection
	 * may serve again. What does not is not waited for, as a service in trouble may owe
	 * it for ever: the connection is given up.
	 * @param grace how long the body has to come
	 */
	Mono<Void> discard(Duration grace) {
		return Mono.defer(() -> {
			if (!this.read.compareAndSet(false, true)) {
				return Mono.empty();
			}
			Flux<DataBuffer> body = getDelegate().getBody();
			long length = getHeaders().getContentLength();
			boolean small = length >= 0 && length <= MAX_UNREAD;
			Mono<Void> end = body.doOnNext(DataBufferUtils::release).then();
			return end.timeout(small ? grace : Duration.ZERO, Mono.empty())
				.onErrorResume((failure) -> Mono.empty())
				.doOnTerminate(this.sending::giveUp)
				.doOnCancel(this.sending::giveUp);
		});
	}

	/**
	 * Give up a body that nobody has asked for. The client may have done so itself, which
	 * is no failure and nothing to tell anybody.
	 */
	static void cancel(ClientHttpResponse response) {
		response.getBody().subscribe(new BaseSubscriber<>() {

			@Override
			public Context currentContext() {
				return SILENT;
			}

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.cancel();
			}

			@Override
			protected void hookOnNext(DataBuffer buffer) {
				DataBufferUtils.release(buffer);
			}

			@Override
			protected void hookOnError(Throwable failure) {
				// It was given up already
			}

		});
	}

	private final class Body extends FluxOperator<DataBuffer, DataBuffer> {

		Body(Flux<DataBuffer> source) {
			super(source);
		}

		@Override
		public void subscribe(CoreSubscriber<? super DataBuffer> actual) {
			ReactiveAnswer.this.read.set(true);
			this.source.subscribe(new AwaitedBody(actual, ReactiveAnswer.this.sending));
		}

	}

}
