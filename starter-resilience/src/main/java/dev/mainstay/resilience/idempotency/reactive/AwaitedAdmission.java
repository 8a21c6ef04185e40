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
	 * @param blocks whether asking may wait for somebody else
	 */
	static Mono<Admission> of(Supplier<CompletableFuture<Admission>> admission, Consumer<Admission.Run> granted,
			boolean blocks) {
		if (blocks) {
			return Mono.<Admission>create((sink) -> ask(admission, granted, sink)).publishOn(Schedulers.parallel());
		}
		return Mono.defer(() -> {
			CompletableFuture<Admission> found = admission.get();
			Mono<Admission> known = Mono.create((sink) -> hand(found, granted, sink));
			// Most know at once, and stay on their thread.
			return found.isDone() ? known : known.publishOn(Schedulers.parallel());
		});
	}

	private static void ask(Supplier<CompletableFuture<Admission>> admission, Consumer<Admission.Run> granted,
			MonoSink<Admission> sink) {
		StoreThreads.call(() -> {
			hand(admission.get(), granted, sink);
			return true;
		}).exceptionally((failure) -> {
			sink.error((failure.getCause() != null) ? failure.getCause() : failure);
			return false;
		});
	}

	private static void hand(CompletableFuture<Admission> admission, Consumer<Admission.Run> granted,
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
