package dev.mainstay.resilience.idempotency.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.Admission;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for what is to be done with a request, without a thread. A claim that is granted
 * is handed over at once, on the thread that was told so: operators on the way may drop
 * it, when the request is cancelled, and nobody would end it.
 */
final class AwaitedAdmission {

	private AwaitedAdmission() {
	}

	/**
	 * Ask once, when subscribed to.
	 * @param admission asks
	 * @param granted takes a claim, also when nobody waits any more
	 */
	static Mono<Admission> of(Supplier<CompletableFuture<Admission>> admission, Consumer<Admission.Run> granted) {
		return Mono.defer(() -> {
			CompletableFuture<Admission> found = admission.get();
			Mono<Admission> known = Mono.create((sink) -> hand(found, granted, sink));
			// Most know at once, and stay on their thread.
			return found.isDone() ? known : known.publishOn(Schedulers.parallel());
		});
	}

	/**
	 * Ask a store outside of the process, once, when subscribed to.
	 * @param admission asks, and may wait for the store
	 * @param storeDown what is done when it says nothing
	 * @param granted takes a claim, also when nobody waits any more
	 * @param threads wait for the store
	 */
	static Mono<Admission> outside(Supplier<CompletableFuture<Admission>> admission, Supplier<Admission> storeDown,
			Consumer<Admission.Run> granted, StoreThreads threads) {
		return Mono.<Admission>create((sink) -> new OutsideAdmission(admission, storeDown, granted, sink).ask(threads))
			.publishOn(Schedulers.parallel());
	}

	static void hand(CompletableFuture<Admission> admission, Consumer<Admission.Run> granted,
			MonoSink<Admission> sink) {
		sink.onCancel(() -> admission.cancel(false));
		admission.whenComplete((found, failure) -> {
			if (found instanceof Admission.Run run) {
				granted.accept(run);
			}
			if (found != null) {
				sink.success(found);
			}
			else if (!admission.isCancelled()) {
				sink.error(failure);
			}
		});
	}

}
