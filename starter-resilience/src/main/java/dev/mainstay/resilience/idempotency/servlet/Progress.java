package dev.mainstay.resilience.idempotency.servlet;

import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How far a request came before it was answered: whether its handler was called, whether
 * that has returned, and what the calls may have done that it made.
 */
final class Progress {

	private final OutgoingEffects effects = new OutgoingEffects();

	private volatile boolean refusedEarly;

	private volatile boolean returned;

	/** Note on this thread what outgoing calls may have done. */
	OutgoingEffects.Scope noteEffects() {
		return this.effects.resume();
	}

	/** Called at the end of a dispatch that is not one of an error page. */
	void ended(HttpServletRequest request, int status) {
		this.refusedEarly = RefusedEarly.test(request, status);
		this.returned = RefusedEarly.isRefusedLate(request);
	}

	/** Called when a dispatch that is not one of an error page ends with an exception. */
	void failed(HttpServletRequest request, Throwable failure) {
		this.refusedEarly = RefusedEarly.test(request, failure);
		this.returned = RefusedEarly.isLate(request, failure);
	}

	boolean isRefusedEarly() {
		return this.refusedEarly;
	}

	/**
	 * Whether nobody knows what was done, if the answer is to be this one.
	 * @param undone whether what the handler itself has written is undone
	 */
	boolean isUnknown(Idempotency idempotency, int status, boolean undone) {
		return idempotency.leavesUnknown(status, !this.refusedEarly,
				(this.returned && !undone) || this.effects.mayHaveHappened());
	}

}
