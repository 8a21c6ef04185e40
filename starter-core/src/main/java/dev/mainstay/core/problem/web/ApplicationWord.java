package dev.mainstay.core.problem.web;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.internal.CarriedProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the application says by the exception that it throws: a {@link ProblemException},
 * a {@link ResponseStatusException}, one with {@link ResponseStatus @ResponseStatus}, an
 * {@link ErrorResponse} of its own. It has chosen the answer, whatever has caused the
 * exception. Those that frameworks throw are left to others. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ApplicationWord implements ProblemMapper {

	private final ProblemMapper meaning;

	/**
	 * Create the mapper.
	 * @param meaning knows what such an exception means
	 */
	public ApplicationWord(ProblemMapper meaning) {
		this.meaning = meaning;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		return (CarriedProblem.of(failure) != null || isAnswer(failure)) ? this.meaning.map(failure) : null;
	}

	private static boolean isAnswer(Throwable failure) {
		return isOfApplication(failure.getClass()) && (failure instanceof ErrorResponse
				|| AnnotatedElementUtils.hasAnnotation(failure.getClass(), ResponseStatus.class));
	}

	private static boolean isOfApplication(Class<?> type) {
		return type == ResponseStatusException.class || type == ErrorResponseException.class
				|| !type.getName().startsWith("org.springframework.");
	}

}
