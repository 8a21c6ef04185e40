package dev.mainstay.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * Says what a failure that the application did not handle means to the caller. Mappers
 * are beans in the order of {@code @Order}; the first that has an answer gives it. Behind
 * them comes what the application has declared or thrown, then each
 * {@link FallbackProblemMapper}, and last Mainstay's own knowledge of Spring's
 * exceptions.
 * <p>
 * Called for each failure that nothing else of the application answered, on the thread
 * that reports it and again on the one that writes the answer. Must be thread-safe. One
 * that throws is passed over.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ProblemMapper {

	/**
	 * Say what a failure means to the caller.
	 * @param failure the failure, without what containers and futures wrap it in
	 * @return the problem, or {@code null} to leave the failure to the next mapper
	 */
	@Nullable Problem map(Throwable failure);

}
