package dev.mainstay.resilience.idempotency.reactive;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
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
			NotAcceptableStatusException.class, MethodNotAllowedException.class, NoResourceFoundException.class);

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
		return FAILURES.stream().anyMatch((type) -> type.isInstance(this.failure)) || (status >= 400
				&& this.exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null);
	}

}
