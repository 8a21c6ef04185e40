package dev.mainstay.observability.slo.method;

import dev.mainstay.observability.slo.method.SloInterceptor.Call;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Sees the end of what a method of a reactive bean returns. One that nobody subscribes to
 * is no event, and one that is cancelled has not failed.
 */
final class ReactiveResults {

	private ReactiveResults() {
	}

	/** Nothing if it is another kind of result. */
	static @Nullable Object watched(@Nullable Object result, Call call) {
		if (result instanceof Mono<?> mono) {
			return Mono.defer(() -> {
				Call subscribed = call.again();
				return mono.doFinally((signal) -> subscribed.ended(signal == SignalType.ON_ERROR));
			});
		}
		if (result instanceof Flux<?> flux) {
			return Flux.defer(() -> {
				Call subscribed = call.again();
				return flux.doFinally((signal) -> subscribed.ended(signal == SignalType.ON_ERROR));
			});
		}
		return null;
	}

}
