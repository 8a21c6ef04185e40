package dev.mainstay.core.problem.internal;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.codec.CodecException;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.server.ServerWebInputException;

/**
 * Finds the problem that a failure says itself. What fails while a body is read comes
 * wrapped in what the framework and the parser make of it, and is still what happened.
 */
public final class CarriedProblem {

	private static final int MAX_DEPTH = 100;

	private CarriedProblem() {
	}

	/**
	 * The problem that a failure says itself.
	 * @param failure the failure, may be {@code null}
	 * @return the problem, or {@code null}
	 */
	public static @Nullable Problem of(@Nullable Throwable failure) {
		return (failure instanceof ProblemException carrier) ? carrier.problem() : ofReading(failure);
	}

	/**
	 * The problem inside a failure to read a body.
	 * @param failure the failure, may be {@code null}
	 * @return the problem, or {@code null} if there is none or it is another failure
	 */
	public static @Nullable Problem ofReading(@Nullable Throwable failure) {
		Throwable current = isReading(failure) ? failure : null;
		for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
			if (current instanceof ProblemException carrier) {
				return carrier.problem();
			}
			current = current.getCause();
		}
		return null;
	}

	private static boolean isReading(@Nullable Throwable failure) {
		return failure instanceof HttpMessageConversionException || failure instanceof ServerWebInputException
				|| failure instanceof CodecException;
	}

}
