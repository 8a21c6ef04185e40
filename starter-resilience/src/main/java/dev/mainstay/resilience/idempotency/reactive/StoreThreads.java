package dev.mainstay.resilience.idempotency.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Threads that may wait for a store that is outside of the process. They are our own, so
 * that a store that is slow takes none from those who read parts and files. A call is
 * made and comes to its end whoever is gone meanwhile, and is not interrupted: what the
 * store was told halfway, nobody would know.
 */
final class StoreThreads {

	private static final Scheduler THREADS = Schedulers.newBoundedElastic(Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE,
			Schedulers.DEFAULT_BOUNDED_ELASTIC_QUEUESIZE, "mainstay-idempotency", 60, true);

	private StoreThreads() {
	}

	/**
	 * Make a call.
	 * @param call asks the store, or tells it
	 */
	static <T> CompletableFuture<T> call(Supplier<T> call) {
		return CompletableFuture.supplyAsync(call, THREADS::schedule);
	}

}
