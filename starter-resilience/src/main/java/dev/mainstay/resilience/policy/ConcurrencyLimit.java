package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls at a time, so that one slow dependency does not take all threads.
 * Nobody waits for a place.
 */
final class ConcurrencyLimit implements AttemptStrategy {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private final String subject;

	private final int limit;

	private final Semaphore places;

	ConcurrencyLimit(String subject, int limit) {
		this.subject = subject;
		this.limit = limit;
		this.places = new Semaphore(limit);
	}

	@Override
	public Admission enter() {
		return this.places.tryAcquire() ? Admission.WATCHED : Admission.rejected(rejection());
	}

	@Override
	public boolean isHeld() {
		return true;
	}

	@Override
	public void left() {
		this.places.release();
	}

	int inUse() {
		return this.limit - this.places.availablePermits();
	}

	private CallRejectedException rejection() {
		return new CallRejectedException("There are already " + this.limit + " calls of " + this.subject,
				RejectionReason.CONCURRENCY_LIMITED, RETRY_AFTER);
	}

}
