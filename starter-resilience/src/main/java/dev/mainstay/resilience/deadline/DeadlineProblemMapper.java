package dev.mainstay.resilience.deadline;

import dev.mainstay.core.problem.FallbackProblemMapper;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A failure for which a deadline is the reason is answered with 504, whatever else it was
 * wrapped in, unless that says itself what is answered. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeadlineProblemMapper implements FallbackProblemMapper {

	/** Nobody wraps deeper, and causes can form a circle. */
	private static final int MAX_DEPTH = 30;

	private final boolean active;

	/**
	 * Create the mapper.
	 * @param active whether it knows of any failure
	 */
	public DeadlineProblemMapper(boolean active) {
		this.active = active;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		Throwable cause = this.active ? failure : null;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			if (cause instanceof DeadlineExceededException) {
				return Problem.of(ProblemCode.DEADLINE_EXCEEDED);
			}
			cause = cause.getCause();
		}
		return null;
	}

}
