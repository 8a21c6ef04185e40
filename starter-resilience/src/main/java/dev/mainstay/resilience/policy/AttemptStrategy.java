package dev.mainstay.resilience.policy;

import org.jspecify.annotations.Nullable;

/**
 * Lets attempts through, or not. What it has let through it is told the end of, once.
 * Thread-safe.
 */
interface AttemptStrategy {

	/**
	 * Ask for an attempt.
	 * @return whether it was let through, and how, or why not
	 */
	Admission enter();

	/** The head of the answer has come, or there will be none. */
	default void answered(AttemptResult result, long nanos) {
	}

	/** The attempt is over, with the body of its answer. */
	default void left() {
	}

	/** The attempt is not made, because another strategy is against it. */
	default void withdrawn() {
		left();
	}

	/** Whether an attempt that was let through takes a place until its body is read. */
	default boolean isHeld() {
		return false;
	}

	/** Whether an attempt that asked now would be rejected. */
	default boolean isClosed() {
		return false;
	}

	/**
	 * What was said of an attempt.
	 *
	 * @param watched whether the strategy wants to know its end
	 * @param rejection why the attempt is not made, {@code null} if it is
	 */
	record Admission(boolean watched, @Nullable CallRejectedException rejection) {

		static final Admission WATCHED = new Admission(true, null);

		static final Admission UNWATCHED = new Admission(false, null);

		static Admission rejected(CallRejectedException rejection) {
			return new Admission(false, rejection);
		}

	}

}
