package dev.mainstay.core.problem.data;

import java.util.List;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;
import dev.mainstay.core.problem.internal.Causes;
import org.jspecify.annotations.Nullable;

/**
 * A data store refused what it was asked for. Knows Spring's data access exceptions,
 * JDBC, R2DBC, Jakarta Persistence and Hibernate, and needs none of them on the class
 * path. Tells nothing of what they say. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DataProblemMapper implements ProblemMapper {

	private static final String SORT = "org.springframework.data.core.PropertyReferenceException";

	@Override
	public @Nullable Problem map(Throwable failure) {
		List<Throwable> causes = Causes.of(failure);
		DataFailure found = DataFailures.find(causes);
		if (found != null) {
			return found.problem();
		}
		boolean sort = causes.stream().anyMatch((cause) -> Causes.isA(cause, SORT));
		return sort ? Problem.of(ProblemCode.MALFORMED_REQUEST)
			.withErrors(List.of(new Violation(In.PARAMETER, "sort", "unknown-sort-property",
					"The result cannot be sorted by this property.")))
				: null;
	}

	/**
	 * What a stale version means to a caller who sent {@code If-Match}: its precondition
	 * does not hold.
	 * @param problem what the failure means to anybody
	 * @return the problem; another one if this mapper made it of a stale version
	 */
	public static Problem conditional(Problem problem) {
		return (problem == DataFailure.OUT_OF_DATE) ? Problem.of(ProblemCode.PRECONDITION_FAILED) : problem;
	}

}
