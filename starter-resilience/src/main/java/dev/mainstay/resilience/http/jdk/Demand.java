package dev.mainstay.resilience.http.jdk;

import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Keeps count of what a subscriber has asked for and not got. Thread-safe.
 */
final class Demand {

	private final AtomicLong outstanding = new AtomicLong();

	/**
	 * Note what is asked for.
	 * @return whether nothing was outstanding before
	 */
	boolean add(long count) {
		return this.outstanding.getAndUpdate((now) -> (now + count < 0) ? Long.MAX_VALUE : now + count) == 0;
	}

	/**
	 * Note what arrived.
	 * @return whether nothing is outstanding any more
	 */
	boolean take() {
		return this.outstanding.updateAndGet((now) -> Math.max(now - 1, 0)) == 0;
	}

	static Subscription observe(Subscription subscription, Consumer<Long> requested, Runnable cancelled) {
		return new Subscription() {

			@Override
			public void request(long count) {
				requested.accept(count);
				subscription.request(count);
			}

			@Override
			public void cancel() {
				cancelled.run();
				subscription.cancel();
			}

		};
	}

}
