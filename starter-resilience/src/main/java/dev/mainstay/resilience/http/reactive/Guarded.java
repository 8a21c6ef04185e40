package dev.mainstay.resilience.http.reactive;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A subscription that can be made to fail from outside, by a timer, without two signals
 * at once. It ends once, whoever ends it.
 *
 * @param <T> what it hands on
 */
abstract class Guarded<T> implements CoreSubscriber<T>, Subscription {

	private final CoreSubscriber<? super T> actual;

	private final AtomicBoolean ended = new AtomicBoolean();

	/** Who hands something on; a failure takes its place for ever. */
	private final AtomicInteger busy = new AtomicInteger();

	private volatile @Nullable Throwable failure;

	private volatile @Nullable Subscription upstream;

	Guarded(CoreSubscriber<? super T> actual) {
		this.actual = actual;
	}

	/** Whoever is downstream is ready, so that it can fail from now on. */
	abstract void begun();

	/** More is asked for. */
	abstract void asked(long count);

	/** Something came, and will be handed on. */
	abstract void came(T value);

	/** It has ended, which nobody downstream knows yet. */
	abstract void over(boolean complete);

	/** Something came that nobody wants any more. */
	abstract void discard(T value);

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.upstream, subscription)) {
			this.upstream = subscription;
			this.actual.onSubscribe(this);
			begun();
		}
	}

	@Override
	public void onNext(T value) {
		if (this.ended.get() || this.busy.getAndIncrement() != 0) {
			discard(value);
			return;
		}
		came(value);
		this.actual.onNext(value);
		Throwable failure = this.failure;
		if (this.busy.decrementAndGet() != 0 && failure != null) {
			this.actual.onError(failure);
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (end(false)) {
			this.actual.onError(failure);
		}
	}

	@Override
	public void onComplete() {
		if (end(true)) {
			this.actual.onComplete();
		}
	}

	@Override
	public void request(long count) {
		asked(count);
		Subscription upstream = this.upstream;
		if (upstream != null) {
			upstream.request(count);
		}
	}

	@Override
	public void cancel() {
		end(false);
		cancelUpstream();
	}

	/** Let it fail now. */
	void fail(Throwable failure) {
		if (!this.ended.compareAndSet(false, true)) {
			return;
		}
		this.failure = failure;
		over(false);
		cancelUpstream();
		if (this.busy.getAndIncrement() == 0) {
			this.actual.onError(failure);
		}
	}

	private boolean end(boolean complete) {
		boolean first = this.ended.compareAndSet(false, true);
		if (first) {
			over(complete);
		}
		return first;
	}

	private void cancelUpstream() {
		Subscription upstream = this.upstream;
		if (upstream != null) {
			upstream.cancel();
		}
	}

}
