package dev.mainstay.core.request.reactive;

import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;

/**
 * The place behind all exception handlers of the application: right before the one that
 * answers in its place, which wants everything, or last, where it answers errors itself.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class PlaceAmongHandlers implements IntSupplier {

	/** That of Spring Boot's own, before which beans that are registered earlier come. */
	private static final int BEFORE_THE_ANSWER = -1;

	private static final Set<String> ANSWERING = Set.of(
			"dev.mainstay.core.problem.reactive.ProblemErrorWebExceptionHandler",
			"org.springframework.boot.webflux.autoconfigure.error.DefaultErrorWebExceptionHandler");

	private final ObjectProvider<ErrorWebExceptionHandler> handlers;

	/**
	 * Create it.
	 * @param handlers what answers errors; asked for when the place is, as handlers are
	 * sorted when all are there
	 */
	public PlaceAmongHandlers(ObjectProvider<ErrorWebExceptionHandler> handlers) {
		this.handlers = handlers;
	}

	@Override
	public int getAsInt() {
		List<ErrorWebExceptionHandler> all = this.handlers.stream().toList();
		boolean answered = !all.isEmpty()
				&& all.stream().allMatch((handler) -> ANSWERING.contains(AopUtils.getTargetClass(handler).getName()));
		return answered ? BEFORE_THE_ANSWER : Ordered.LOWEST_PRECEDENCE;
	}

}
