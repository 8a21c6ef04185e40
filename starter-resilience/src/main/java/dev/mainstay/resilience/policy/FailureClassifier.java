package dev.mainstay.resilience.policy;

/**
 * Says what a failure of work that is no HTTP call of ours means: whether it is worth
 * another attempt, and whether the other side is in trouble. A bean of this type replaces
 * the one of Mainstay. Called once for each failed attempt, on its thread; must be
 * thread-safe. One that throws has said nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FailureClassifier {

	/**
	 * Classify a failure.
	 * @param failure what was thrown
	 * @return what it means
	 */
	FailedWork classify(Throwable failure);

}
