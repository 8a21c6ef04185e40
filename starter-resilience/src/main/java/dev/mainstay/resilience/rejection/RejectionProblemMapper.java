package dev.mainstay.resilience.rejection;

import java.time.Duration;

import dev.mainstay.core.problem.FallbackProblemMapper;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.RetryAfter;
import dev.mainstay.resilience.policy.CallRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * A call to another service was not made, whatever has wrapped that, unless it says
 * itself what is answered: the service is not available, there is no room for the call,
 * or no time. The caller is told when it is worth another try. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RejectionProblemMapper implements FallbackProblemMapper {

	private static final int MAX_DEPTH = 30;

	/** A longer time is no advice to a caller who waits. */
	private static final long MAX_SECONDS = 3600;

	@Override
	public @Nullable Problem map(Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			if (cause instanceof CallRejectedException rejection) {
				return problem(rejection);
			}
			cause = cause.getCause();
		}
		return null;
	}

	private static Problem problem(CallRejectedException rejection) {
		return switch (rejection.reason()) {
			case CIRCUIT_OPEN, NOT_BEFORE -> later(ProblemCode.DEPENDENCY_UNAVAILABLE, rejection.retryAfter());
			case RATE_LIMITED, CONCURRENCY_LIMITED -> later(ProblemCode.TEMPORARILY_OVERLOADED, rejection.retryAfter());
			case DEADLINE -> Problem.of(ProblemCode.DEADLINE_EXCEEDED);
		};
	}

	/** Rounded up: who comes a moment early is rejected again. */
	private static Problem later(ProblemCode code, @Nullable Duration wait) {
		if (wait == null) {
			return RetryAfter.soon(Problem.of(code));
		}
		long seconds = wait.plusNanos(999_999_999).toSeconds();
		return Problem.of(code)
			.withHeader(RetryAfter.HEADER, String.valueOf(Math.max(RetryAfter.SOON, Math.min(seconds, MAX_SECONDS))));
	}

}
