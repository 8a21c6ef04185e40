package dev.mainstay.resilience.idempotency.reactive;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * Tells whether a request was refused before its handler was called. Such a request had
 * no effect, and the caller may send it again in a better form with the same key.
 */
final class RefusedEarly implements Predicate<Integer> {

	/** What WebFlux fails with while it looks for a handler and its arguments. */
	private static final List<Class<? extends Exception>> FAILURES = List.of(ServerWebInputException.class,
			HandlerMethodValidationException.class, UnsupportedMediaTypeStatusException.class,
			MethodNotAllowedException.class, NoResourceFoundException.class);

	/** Where it does so: mappings and resolvers of arguments. */
	private static final List<String> PACKAGES = List.of("org.springframework.web.reactive.result.",
			"org.springframework.web.reactive.resource.", "org.springframework.web.method.");

	private final ServerWebExchange exchange;

	private volatile @Nullable Throwable failure;

	RefusedEarly(ServerWebExchange exchange) {
		this.exchange = exchange;
	}

	/** Note a failure that no handler of the application has answered. */
	void failed(Throwable failure) {
		this.failure = failure;
	}

	@Override
	public boolean test(Integer status) {
		return isEarly(this.failure) || (status >= 400
				&& this.exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null);
	}

	/**
	 * The application's own code may well fail with one of these types, after it had its
	 * effect; so what counts is that WebFlux itself has made the failure.
	 */
	private static boolean isEarly(@Nullable Throwable failure) {
		return failure != null && FAILURES.stream().anyMatch((type) -> type.isInstance(failure))
				&& !(failure instanceof HandlerMethodValidationException invalid && invalid.isForReturnValue())
				&& isMadeByWebFlux(failure.getStackTrace());
	}

	private static boolean isMadeByWebFlux(StackTraceElement[] trace) {
		return trace.length > 0 && PACKAGES.stream().anyMatch(trace[0].getClassName()::startsWith);
	}

}
