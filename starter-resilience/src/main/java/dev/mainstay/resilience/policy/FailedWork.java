package dev.mainstay.resilience.policy;

import dev.mainstay.resilience.retry.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means.
 *
 * @param kind why the attempt failed, {@code null} if another one would not help
 * @param result what it says about the other side
 * @param retryAfter the header in which the other side asked to wait, if any
 * @since 0.1.0
 */
public record FailedWork(@Nullable FailureKind kind, AttemptResult result, @Nullable String retryAfter) {

	/**
	 * A failure that says nothing: a defect, a refusal, an interrupt.
	 */
	public static final FailedWork OTHER = new FailedWork(null, AttemptResult.NOTHING, null);

	/**
	 * A failure that may be over soon.
	 * @param kind why the attempt failed
	 * @return the failure
	 */
	public static FailedWork transientOf(FailureKind kind) {
		return new FailedWork(kind, AttemptResult.FAILURE, null);
	}

	/**
	 * Whether the fault is the other side's, so that a substitute for its answer makes
	 * sense.
	 * @return whether it is in trouble, or did not answer
	 */
	public boolean isOfDependency() {
		return this.kind != null || this.result == AttemptResult.FAILURE;
	}

}
