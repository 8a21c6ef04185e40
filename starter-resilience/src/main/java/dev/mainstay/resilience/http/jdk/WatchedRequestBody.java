package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

import dev.mainstay.resilience.http.internal.Patience;

/**
 * A request body that is not held against the other side while it is being produced: a
 * long upload, or one whose source is slow, is no late response.
 */
record WatchedRequestBody(BodyPublisher body, Patience patience) implements BodyPublisher {

	@Override
	public long contentLength() {
		return this.body.contentLength();
	}

	@Override
	public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
		this.body.subscribe(new Watching(subscriber, this.patience));
	}

	/**
	 * The client asks and the source sends on threads of their own. Whose turn it is
	 * follows from both, so that neither may come between what the other does.
	 */
	private static final class Watching implements Subscriber<ByteBuffer> {

		private final Subscriber<? super ByteBuffer> subscriber;

		private final Patience patience;

		private final Demand demand = new Demand();

		private boolean complete;

		Watching(Subscriber<? super ByteBuffer> subscriber, Patience patience) {
			this.subscriber = subscriber;
			this.patience = patience;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscriber.onSubscribe(Demand.observe(subscription, this::requested, () -> {
			}));
		}

		/** More may be asked for when there is nothing more. */
		private void requested(long count) {
			synchronized (this.demand) {
				this.demand.add(count);
				if (!this.complete) {
					this.patience.notWaiting();
				}
			}
		}

		@Override
		public void onNext(ByteBuffer bytes) {
			synchronized (this.demand) {
				if (this.demand.take()) {
					this.patience.waiting();
				}
			}
			this.subscriber.onNext(bytes);
		}

		@Override
		public void onError(Throwable failure) {
			this.subscriber.onError(failure);
		}

		@Override
		public void onComplete() {
			synchronized (this.demand) {
				this.complete = true;
				this.patience.waiting();
			}
			this.subscriber.onComplete();
		}

	}

}
