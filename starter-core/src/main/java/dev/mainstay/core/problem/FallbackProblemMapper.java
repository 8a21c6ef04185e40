package dev.mainstay.core.problem;

/**
 * A mapper for failures of which the application itself has said nothing: asked behind
 * its mappers, behind what it has declared, and behind failures that carry their answer,
 * such as a {@link ProblemException}, and before Mainstay's knowledge of the frameworks.
 * For libraries that know what their own failures mean, however deep an application has
 * wrapped them. Among themselves such mappers are in the order of {@code @Order}.
 *
 * @since 0.1.0
 */
public interface FallbackProblemMapper extends ProblemMapper {

}
