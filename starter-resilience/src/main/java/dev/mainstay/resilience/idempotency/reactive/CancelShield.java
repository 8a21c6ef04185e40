package dev.mainstay.resilience.idempotency.reactive;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Lets a request that holds a claim run to its end though its client is gone, as it would
 * on the servlet stack. One that holds none, or whose answer is a stream, is cancelled;
 * so is one that does not come to its end within a lease, as nothing else would end it.
 */
final class CancelShield {

	private static final Logger logger = LoggerFactory.getLogger(CancelShield.class);

	private final RecordingHttpResponse response;

	private final Disposable.Swap running = Disposables.swap();

	private final Disposable.Swap patience = Disposables.swap();

	private volatile boolean clientGone;

	private CancelShield(RecordingHttpResponse response) {
		this.response = response;
	}

	static Mono<Void> around(Mono<Void> handling, RecordingHttpResponse response) {
		return Mono.create((sink) -> new CancelShield(response).run(handling, sink));
	}

	private void run(Mono<Void> handling, MonoSink<Void> sink) {
		this.response.onPassing(this::cancelIfClientIsGone);
		sink.onCancel(this::cancelled);
		Disposable subscription = handling.doOnCancel(() -> this.response.ended(true))
			.subscribe(null, (failure) -> failed(failure, sink), () -> succeeded(sink), Context.of(sink.contextView()));
		this.running.update(subscription);
	}

	private void succeeded(MonoSink<Void> sink) {
		ended();
		sink.success();
	}

	private void failed(Throwable failure, MonoSink<Void> sink) {
		ended();
		if (this.clientGone) {
			logger.debug("The answer to a client that is gone could not be written", failure);
		}
		else {
			sink.error(failure);
		}
	}

	private void ended() {
		this.patience.dispose();
		this.response.ended(false);
	}

	private void cancelled() {
		this.clientGone = true;
		if (this.response.isRecording()) {
			this.patience.update(Schedulers.parallel()
				.schedule(this::giveUp, this.response.lease().toMillis(), TimeUnit.MILLISECONDS));
		}
		else {
			this.running.dispose();
		}
	}

	private void giveUp() {
		logger.warn("A request with an idempotency key was cancelled: its client was gone, and it did not end within "
				+ "{}. Nobody knows how far it got.", this.response.lease());
		this.running.dispose();
	}

	private void cancelIfClientIsGone() {
		if (this.clientGone) {
			this.running.dispose();
		}
	}

}
