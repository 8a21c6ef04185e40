package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import dev.mainstay.resilience.http.internal.Patience;
import dev.mainstay.resilience.http.internal.TimeoutThread;
import dev.mainstay.resilience.http.internal.Transmission;
import org.jspecify.annotations.Nullable;

/**
 * A response body that fails when the other side owes bytes and sends none. Time in which
 * the reader asks for nothing does not count, so a slow reader is not cut off.
 *
 * @param <T> the type of the body
 */
final class WatchedResponseBody<T> implements BodySubscriber<T> {

	private final BodySubscriber<T> subscriber;

	private final @Nullable Duration idleTimeout;

	private final Patience patience;

	private final Demand demand = new Demand();

	private volatile @Nullable Subscription subscription;

	private boolean ended;

	WatchedResponseBody(BodySubscriber<T> subscriber, @Nullable Duration idleTimeout) {
		this.subscriber = subscriber;
		this.idleTimeout = idleTimeout;
		this.patience = new Patience(idleTimeout, TimeoutThread::scheduleUnlessCancelled, this::runOut);
	}

	/** A body that can also be given up by its attempt. */
	static <T> BodySubscriber<T> of(BodySubscriber<T> subscriber, @Nullable Duration idleTimeout,
			@Nullable Transmission transmission) {
		WatchedResponseBody<T> body = new WatchedResponseBody<>(subscriber, idleTimeout);
		if (transmission != null) {
			transmission.abortBy(body::giveUp);
		}
		return body;
	}

	@Override
	public CompletionStage<T> getBody() {
		return this.subscriber.getBody();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		this.subscriber.onSubscribe(Demand.observe(subscription, this::requested, this.patience::over));
	}

	private void requested(long count) {
		synchronized (this.demand) {
			if (this.demand.add(count)) {
				this.patience.waiting();
			}
		}
	}

	@Override
	public synchronized void onNext(List<ByteBuffer> bytes) {
		received();
		if (!this.ended) {
			this.subscriber.onNext(bytes);
		}
	}

	/** The reader may ask for more on another thread, which must not come between. */
	private void received() {
		synchronized (this.demand) {
			if (this.demand.take()) {
				this.patience.notWaiting();
			}
			else {
				this.patience.waiting();
			}
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.patience.over();
		if (end()) {
			this.subscriber.onError(failure);
		}
	}

	@Override
	public void onComplete() {
		this.patience.over();
		if (end()) {
			this.subscriber.onComplete();
		}
	}

	private void runOut() {
		giveUp((this.idleTimeout != null) ? "No byte of the response body for " + this.idleTimeout.toMillis() + " ms"
				: "The response body came too late");
	}

	/** Somebody else will not wait any longer. */
	void giveUp() {
		this.patience.over();
		giveUp("The response body came too late");
	}

	private void giveUp(String why) {
		Subscription subscription = this.subscription;
		if (subscription != null && end()) {
			subscription.cancel();
			this.subscriber.onError(new HttpTimeoutException(why));
		}
	}

	private synchronized boolean end() {
		boolean first = !this.ended;
		this.ended = true;
		return first;
	}

}
