package dev.mainstay.core.problem.data;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.RetryAfter;

/**
 * What a failure of a data store comes down to.
 */
enum DataFailure {

	/** What is to be stored is at odds with what is there. */
	CONFLICT,

	/** What is to be changed was changed by somebody else meanwhile. */
	STALE,

	/** A value does not fit where it is to be stored. */
	UNFIT,

	/** A lock, a connection or the time to answer was not to be had. */
	BUSY,

	/** The store does not answer. */
	UNREACHABLE;

	/**
	 * The same instance each time: it is known by it that no mapper of the application
	 * made it.
	 */
	static final Problem OUT_OF_DATE = Problem.of(ProblemCode.CONFLICT);

	Problem problem() {
		return switch (this) {
			case CONFLICT -> Problem.of(ProblemCode.CONFLICT);
			case STALE -> OUT_OF_DATE;
			case UNFIT -> Problem.of(ProblemCode.MALFORMED_REQUEST)
				.withDetail("A value of the request is too long or out of range.");
			case BUSY -> RetryAfter.soon(Problem.of(ProblemCode.TEMPORARILY_OVERLOADED));
			case UNREACHABLE -> Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE);
		};
	}

}
