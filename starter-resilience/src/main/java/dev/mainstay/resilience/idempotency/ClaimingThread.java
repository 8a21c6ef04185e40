package dev.mainstay.resilience.idempotency;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread to which a transaction belongs, until it leaves its request or hands the
 * claim on. Created on it. Thread-safe.
 */
final class ClaimingThread {

	/** A thread that leaves does so in an instant, unless it waits for who waits here. */
	private static final long PATIENCE_SECONDS = 5;

	private final Thread thread = Thread.currentThread();

	private final CountDownLatch handedOn = new CountDownLatch(1);

	boolean isThis() {
		return Thread.currentThread() == this.thread;
	}

	/** Whether this is the thread, and the claim is still its own. */
	boolean isCurrent() {
		return isThis() && this.handedOn.getCount() > 0;
	}

	void handOn() {
		this.handedOn.countDown();
	}

	/** Wait on another thread until this one is done with the claim. */
	void awaitHandedOn() {
		if (isCurrent()) {
			return;
		}
		try {
			if (!this.handedOn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("A handler whose idempotency mode is JOINED waits for another thread "
						+ "that writes its answer, and the transaction can only be ended by the handler's. "
						+ "Annotate it with @Idempotent(mode = IdempotencyMode.LEASE).");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a handler comes to its end", ex);
		}
	}

}
