package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * Decides what is done with a request whose operation somebody else has claimed, or that
 * the store has no room for. Immutable.
 */
final class Refusals {

	private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(30);

	private final IdempotencySettings settings;

	Refusals(IdempotencySettings settings) {
		this.settings = settings;
	}

	static boolean isInProgress(Admission admission) {
		return admission instanceof Admission.Refuse refusal && refusal.problem() == IdempotencyProblem.IN_PROGRESS;
	}

	/** Whether an operation runs once more whose owner was lost. */
	boolean runsAgain(RoutePolicy route) {
		OnAbandoned policy = (route.onAbandoned() != null) ? route.onAbandoned() : this.settings.onAbandoned();
		return policy == OnAbandoned.RE_EXECUTE;
	}

	/**
	 * What is done with a request that was not granted the claim of an operation.
	 */
	Admission of(ClaimResult result, RoutePolicy route, String recordKey) {
		Admission admission = of(result, route);
		return (admission instanceof Admission.Refuse refusal) ? refusal.about(recordKey) : admission;
	}

	private Admission of(ClaimResult result, RoutePolicy route) {
		if (result instanceof ClaimResult.Completed completed) {
			return of(completed.outcome());
		}
		if (result instanceof ClaimResult.InProgress inProgress) {
			return new Admission.Refuse(IdempotencyProblem.IN_PROGRESS, retryAfter(inProgress.age()));
		}
		if (result instanceof ClaimResult.Mismatch) {
			return new Admission.Refuse(IdempotencyProblem.KEY_REUSED, null);
		}
		if (result instanceof ClaimResult.Abandoned) {
			return new Admission.Refuse(IdempotencyProblem.OUTCOME_UNKNOWN, null);
		}
		return (this.settings.whenFull() == WhenFull.REFUSE || route.isRequired())
				? new Admission.Refuse(IdempotencyProblem.STORE_FULL, MAX_RETRY_AFTER) : new Admission.Unprotected();
	}

	private static Admission of(Outcome outcome) {
		if (outcome instanceof Outcome.Replayable replayable) {
			return new Admission.Replay(replayable.response());
		}
		return new Admission.Refuse((outcome instanceof Outcome.NotReplayable)
				? IdempotencyProblem.RESPONSE_NOT_REPLAYABLE : IdempotencyProblem.OUTCOME_UNKNOWN, null);
	}

	/**
	 * What has taken long may well take as long again; nobody is told to wait for ever,
	 * or beyond the moment when the lease ends if its owner was lost at its beginning.
	 */
	private Duration retryAfter(Duration age) {
		Duration remaining = this.settings.lease().minus(age);
		long latest = remaining.isNegative() ? MAX_RETRY_AFTER.toSeconds()
				: Math.min(remaining.plusMillis(999).toSeconds(), MAX_RETRY_AFTER.toSeconds());
		return Duration.ofSeconds(Math.max(1, Math.min(age.toSeconds(), latest)));
	}

}
