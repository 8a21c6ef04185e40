package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

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

	private record Watching(Subscriber<? super ByteBuffer> subscriber, Patience patience,
			Demand demand) implements Subscriber<ByteBuffer> {

		Watching(Subscriber<? super ByteBuffer> subscriber, Patience patience) {
			this(subscriber, patience, new Demand());
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscriber.onSubscribe(Demand.observe(subscription, this::requested, () -> {
			}));
		}

		private void requested(long count) {
			this.demand.add(count);
			this.patience.notWaiting();
		}

		@Override
		public void onNext(ByteBuffer bytes) {
			if (this.demand.take()) {
				this.patience.waiting();
			}
			this.subscriber.onNext(bytes);
		}

		@Override
		public void onError(Throwable failure) {
			this.subscriber.onError(failure);
		}

		@Override
		public void onComplete() {
			this.patience.waiting();
			this.subscriber.onComplete();
		}

	}

}
