package dev.mainstay.resilience.fallback;

import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Answers of clients that come later. Only here is Reactor linked.
 */
final class LaterAnswers {

	private LaterAnswers() {
	}

	static @Nullable Object guard(@Nullable Object result, FailedClientCall call) {
		if (result instanceof Mono<?> mono) {
			return guardMono(mono, call);
		}
		return (result instanceof Flux<?> flux) ? guardFlux(flux, call) : result;
	}

	@SuppressWarnings("unchecked")
	private static <T> Mono<T> guardMono(Mono<T> mono, FailedClientCall call) {
		return mono.onErrorResume((failure) -> Mono
			.deferContextual((context) -> (answer(call, failure, context) instanceof Mono<?> instead)
					? (Mono<T>) instead : Mono.empty()));
	}

	@SuppressWarnings("unchecked")
	private static <T> Flux<T> guardFlux(Flux<T> flux, FailedClientCall call) {
		return flux.onErrorResume((failure) -> Flux
			.deferContextual((context) -> (answer(call, failure, context) instanceof Flux<?> instead)
					? (Flux<T>) instead : Flux.empty()));
	}

	private static @Nullable Object answer(FailedClientCall call, Throwable failure, ContextView context) {
		DegradedAnswer before = DegradedAnswer.current();
		DegradedAnswer.bind(context.getOrDefault(DegradedAnswer.KEY, before));
		try {
			return call.answer(failure);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new CompletionException(ex);
		}
		finally {
			DegradedAnswer.bind(before);
		}
	}

}
