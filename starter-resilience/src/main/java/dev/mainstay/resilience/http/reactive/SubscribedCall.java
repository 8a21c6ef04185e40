package dev.mainstay.resilience.http.reactive;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * A call that can tell whether a retry of Reactor is around it, such as that of
 * {@code retryWhen} or of an annotation on a method that returns a {@code Mono}. A stack
 * does not show it when the answer comes; the subscribers behind the call do. They are
 * looked at when a call has failed, and only then.
 */
final class SubscribedCall extends Mono<ClientHttpResponse> {

	/** By their package, as an application's own subscriber may have any name. */
	private static final ClassValue<Boolean> retries = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return type.getName().startsWith("reactor.") && type.getName().contains("Retry");
		}

	};

	private final Function<BooleanSupplier, Mono<ClientHttpResponse>> call;

	/**
	 * Create a call.
	 * @param call makes it, and may ask whether it will be made again by somebody else
	 */
	SubscribedCall(Function<BooleanSupplier, Mono<ClientHttpResponse>> call) {
		this.call = call;
	}

	@Override
	public void subscribe(CoreSubscriber<? super ClientHttpResponse> actual) {
		this.call.apply(() -> isRetried(actual)).subscribe(actual);
	}

	private static boolean isRetried(Object subscriber) {
		return Stream.concat(Stream.of(subscriber), Scannable.from(subscriber).actuals())
			.anyMatch((each) -> retries.get(each.getClass()));
	}

}
