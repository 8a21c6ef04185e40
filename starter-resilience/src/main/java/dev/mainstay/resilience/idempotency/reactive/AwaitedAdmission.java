package dev.mainstay.resilience.idempotency.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.Admission;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for what is to be done with a request, without a thread. Whoever is gone by then
 * gives back the claim that he is granted.
 */
final class AwaitedAdmission {

	private AwaitedAdmission() {
	}

	/**
	 * Ask once, when subscribed to.
	 * @param admission asks
	 * @param blocks whether that may wait for somebody else
	 */
	static Mono<Admission> of(Supplier<CompletableFuture<Admission>> admission, boolean blocks) {
		Mono<Admission> asked = of(admission);
		return blocks ? asked.subscribeOn(Schedulers.boundedElastic())
			.publishOn(Schedulers.parallel())
			.doOnDiscard(Admission.Run.class, (run) -> run.claim().release()) : asked;
	}

	private static Mono<Admission> of(Supplier<CompletableFuture<Admission>> admission) {
		return Mono.defer(() -> {
			CompletableFuture<Admission> found = admission.get();
			// Most know at once, and stay on their thread.
			return found.isDone() ? Mono.just(found.join()) : later(found).publishOn(Schedulers.parallel())
				.doOnDiscard(Admission.Run.class, (run) -> run.claim().release());
		});
	}

	private static Mono<Admission> later(CompletableFuture<Admission> admission) {
		return Mono.create((sink) -> {
			sink.onCancel(() -> admission.cancel(false));
			admission.whenComplete((found, failure) -> {
				if (found != null) {
					sink.success(found);
				}
				else if (!admission.isCancelled()) {
					sink.error(failure);
				}
			});
		});
	}

}
