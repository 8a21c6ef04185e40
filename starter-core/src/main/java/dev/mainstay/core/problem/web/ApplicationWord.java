package dev.mainstay.core.problem.web;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.internal.CarriedProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the application says by the exception that it throws: a {@link ProblemException},
 * a {@link ResponseStatusException}, one with {@code @ResponseStatus}, an
 * {@code ErrorResponse} of its own. It has chosen the answer, whatever has caused the
 * exception. Those that frameworks throw are left to others. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ApplicationWord implements ProblemMapper {

	private final ProblemMapper carriedStatus = new ErrorResponseProblemMapper();

	@Override
	public @Nullable Problem map(Throwable failure) {
		Problem carried = CarriedProblem.of(failure);
		if (carried != null) {
			return carried;
		}
		return isOfApplication(failure) ? this.carriedStatus.map(failure) : null;
	}

	private static boolean isOfApplication(Throwable failure) {
		Class<?> type = failure.getClass();
		return type == ResponseStatusException.class || type == ErrorResponseException.class
				|| !type.getName().startsWith("org.springframework.");
	}

}
