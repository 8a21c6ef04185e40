package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Threads that may wait for a store that is outside of the process. They are our own, so
 * that a store that is slow takes none from those who read parts and files. A call is
 * made and comes to its end whoever is gone meanwhile, and is not interrupted: what the
 * store was told halfway, nobody would know. When the store hangs, calls queue up behind
 * those that have a thread; so whoever asks waits for no longer than the store may take,
 * counted from when he asked.
 */
final class StoreThreads {

	private static final Scheduler THREADS = Schedulers.newBoundedElastic(Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE,
			Schedulers.DEFAULT_BOUNDED_ELASTIC_QUEUESIZE, "mainstay-idempotency", 60, true);

	/** The store has a time-out of its own, and knows better what has happened. */
	private static final Duration GRACE = Duration.ofMillis(200);

	private final long patienceMillis;

	/**
	 * Create it.
	 * @param storeTimeout how long the store may take
	 */
	StoreThreads(Duration storeTimeout) {
		this.patienceMillis = storeTimeout.plus(GRACE).toMillis();
	}

	/**
	 * Make a call.
	 * @param call asks the store, or tells it
	 * @param context whose request it is for
	 * @return its result
	 */
	<T> CompletableFuture<T> call(Supplier<T> call, ContextView context) {
		try {
			return CompletableFuture.supplyAsync(() -> RequestIdentity.during(context, call), THREADS::schedule);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	/**
	 * Make a call that may be taken back while it waits for its turn.
	 * @param call asks the store
	 * @param context whose request it is for
	 * @return takes it out of the queue; not to be used once it has begun
	 */
	Disposable schedule(Runnable call, ContextView context) {
		return THREADS.schedule(() -> RequestIdentity.during(context, () -> {
			call.run();
			return true;
		}));
	}

	/**
	 * Make a call whose result nobody needs who has waited for too long.
	 * @param call tells the store
	 * @param context whose request it is for
	 * @return whether the store was told, and said so, in time
	 */
	CompletableFuture<Boolean> told(Supplier<Boolean> call, ContextView context) {
		return call(call, context).completeOnTimeout(false, this.patienceMillis, TimeUnit.MILLISECONDS);
	}

	/**
	 * Do something when the store may take no longer.
	 * @param action what is done, on a thread that must not wait
	 * @return takes it back
	 */
	Disposable whenLate(Runnable action) {
		return Schedulers.parallel().schedule(action, this.patienceMillis, TimeUnit.MILLISECONDS);
	}

}
