package dev.mainstay.core.problem;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a failure that the application did not handle into one problem. Thread-safe;
 * never throws.
 *
 * @since 0.1.0
 */
public final class ProblemPipeline {

	private static final Logger logger = LoggerFactory.getLogger(ProblemPipeline.class);

	private final Supplier<List<ProblemMapper>> mappers;

	private final ProblemMapper framework;

	/**
	 * Create the pipeline.
	 * @param mappers the mappers of the application and of the starters, in their order
	 * @param framework knows the failures of the frameworks; asked last
	 */
	public ProblemPipeline(List<ProblemMapper> mappers, ProblemMapper framework) {
		this(() -> mappers, framework);
	}

	/**
	 * Create the pipeline.
	 * @param mappers asked for the mappers with every failure, so that they may be
	 * created after the server
	 * @param framework knows the failures of the frameworks; asked last
	 */
	public ProblemPipeline(Supplier<List<ProblemMapper>> mappers, ProblemMapper framework) {
		this.mappers = mappers;
		this.framework = framework;
	}

	/**
	 * Say what is to be told to the caller. A status that somebody has chosen stays: it
	 * is the application's word if it differs from what the framework makes of the
	 * failure.
	 * @param failure the failure, wrapped or not; {@code null} if only a status is known
	 * @param status the status that was chosen, {@code null} if nobody did
	 * @return the problem
	 */
	public Problem problem(@Nullable Throwable failure, @Nullable Integer status) {
		if (failure == null) {
			return (status != null) ? Problem.ofStatus(status) : Problem.of(ProblemCode.INTERNAL_ERROR);
		}
		Throwable unwrapped = RootFailure.unwrap(failure);
		Problem general = ask(this.framework, unwrapped);
		general = (general != null) ? general : Problem.of(ProblemCode.INTERNAL_ERROR);
		Problem problem = first(unwrapped, general);
		if (status == null || status == general.status() || status == problem.status()) {
			return problem;
		}
		return Problem.ofStatus(status);
	}

	private Problem first(Throwable failure, Problem general) {
		for (ProblemMapper mapper : mappers()) {
			Problem problem = ask(mapper, failure);
			if (problem != null) {
				return problem;
			}
		}
		return general;
	}

	private List<ProblemMapper> mappers() {
		try {
			return this.mappers.get();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("The problem mappers are not available and were passed over", ex);
			return List.of();
		}
	}

	private static @Nullable Problem ask(ProblemMapper mapper, Throwable failure) {
		try {
			return mapper.map(failure);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A problem mapper failed and was passed over: {}", mapper.getClass().getName(), ex);
			return null;
		}
	}

}
