package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.http.internal.Patience;
import dev.mainstay.resilience.http.internal.TimeoutThread;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedRequestBodyTests {

	private final CountDownLatch runOut = new CountDownLatch(1);

	private final Patience patience = new Patience(Duration.ofMillis(50), TimeoutThread::scheduleUnlessCancelled,
			this.runOut::countDown);

	private final Client client = new Client();

	/** As where the source of the body is a thread of its own that was quicker. */
	@Test
	void whoAsksForMoreAfterTheEndWaitsForTheResponseNevertheless() throws InterruptedException {
		this.patience.waiting();
		new WatchedRequestBody(BodyPublishers.ofString("x"), this.patience).subscribe(this.client);
		this.client.request();
		assertThat(this.client.complete).isTrue();
		this.client.request();
		assertThat(this.runOut.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aSourceThatOwesBytesIsNoLateResponse() throws InterruptedException {
		this.patience.waiting();
		new WatchedRequestBody(new Silent(), this.patience).subscribe(this.client);
		this.client.request();
		assertThat(this.runOut.await(200, TimeUnit.MILLISECONDS)).isFalse();
	}

	private static final class Client implements Subscriber<ByteBuffer> {

		private Subscription subscription;

		private boolean complete;

		void request() {
			this.subscription.request(1);
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
		}

		@Override
		public void onNext(ByteBuffer bytes) {
		}

		@Override
		public void onError(Throwable failure) {
		}

		@Override
		public void onComplete() {
			this.complete = true;
		}

	}

	/** Takes what is asked for, and sends nothing. */
	private static final class Silent implements BodyPublisher {

		@Override
		public long contentLength() {
			return -1;
		}

		@Override
		public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
			subscriber.onSubscribe(new Subscription() {

				@Override
				public void request(long count) {
				}

				@Override
				public void cancel() {
				}

			});
		}

	}

}
