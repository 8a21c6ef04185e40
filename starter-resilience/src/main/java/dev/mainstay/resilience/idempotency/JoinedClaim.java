package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operation that runs in a transaction of its thread. What outlives the thread goes on
 * as a claim with a lease; whoever calls from another thread before waits for that.
 * Thread-safe.
 */
final class JoinedClaim implements OpenClaim {

	private static final Logger logger = LoggerFactory.getLogger(JoinedClaim.class);

	/** A thread that leaves does so in an instant, unless it waits for who waits here. */
	private static final long PATIENCE_SECONDS = 5;

	private final Operation operation;

	private final JoinedTransaction transaction;

	private final LeasedClaims leases;

	private final ClaimEvents events;

	/** Called when the key may be free or the answer there. */
	private final Runnable onEnd;

	private final long since = System.nanoTime();

	private final Thread thread = Thread.currentThread();

	private final CountDownLatch threadEnded = new CountDownLatch(1);

	private volatile boolean settled;

	private volatile boolean left;

	private volatile @Nullable OpenClaim leased;

	JoinedClaim(Operation operation, JoinedTransaction transaction, LeasedClaims leases, ClaimEvents events,
			Runnable onEnd) {
		this.operation = operation;
		this.transaction = transaction;
		this.leases = leases;
		this.events = events;
		this.onEnd = onEnd;
		events.open().add(this);
	}

	@Override
	public String recordKey() {
		return this.operation.recordKey();
	}

	@Override
	public Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.since);
	}

	@Override
	public boolean isJoined() {
		return isOnThread() && this.leased == null;
	}

	@Override
	public boolean isSettled() {
		OpenClaim later = this.leased;
		return (later != null) ? later.isSettled() : this.settled;
	}

	@Override
	public boolean complete(StoredResponse response) {
		OpenClaim later = later();
		return (later != null) ? later.complete(response)
				: end(new Outcome.Replayable(response), StatusPolicy.rejects(response.status()));
	}

	@Override
	public void completeWithoutAnswer() {
		OpenClaim later = later();
		if (later != null) {
			later.completeWithoutAnswer();
		}
		else {
			end(new Outcome.NotReplayable(), false);
		}
	}

	/** What says that nothing was done stands also if nothing is to be left. */
	private boolean end(Outcome outcome, boolean rejected) {
		if (!settle()) {
			return false;
		}
		if (rejected && this.transaction.isRollbackOnly()) {
			rollBack();
			return record(outcome);
		}
		this.transaction.commit(outcome);
		this.events.ended(outcome);
		return true;
	}

	private boolean record(Outcome outcome) {
		OpenClaim claim = this.leases.claim(this.operation);
		return claim != null && ((outcome instanceof Outcome.Replayable answer) ? claim.complete(answer.response())
				: completeUnknown(claim));
	}

	private static boolean completeUnknown(OpenClaim claim) {
		claim.completeUnknown();
		return true;
	}

	/**
	 * {@inheritDoc} What it has written is undone. What other systems have done is not,
	 * so that this is recorded while nobody else can claim the key.
	 */
	@Override
	public void completeUnknown() {
		OpenClaim later = later();
		if (later != null) {
			later.completeUnknown();
		}
		else if (settle()) {
			boolean recorded = record(new Outcome.Unknown());
			rollBack();
			if (!recorded) {
				record(new Outcome.Unknown());
			}
		}
	}

	@Override
	public void release() {
		OpenClaim later = later();
		if (later != null) {
			later.release();
		}
		else if (settle()) {
			rollBack();
		}
	}

	@Override
	public void leave() {
		OpenClaim later = later();
		if (later != null) {
			later.leave();
		}
		else if (settle()) {
			this.left = true;
		}
	}

	/** There is nothing to let go of: the transaction ends with its connection. */
	@Override
	public void abandon() {
		OpenClaim later = this.leased;
		if (later != null) {
			later.abandon();
		}
	}

	@Override
	public void outliveThread() {
		if (later() != null || !settle()) {
			return;
		}
		if (this.transaction.isRollbackOnly()) {
			rollBack();
			this.leased = this.leases.claim(this.operation);
		}
		else {
			String token = this.transaction.commitUnfinished(this.leases.lease());
			this.leased = this.leases.hold(recordKey(), token);
		}
	}

	/**
	 * {@inheritDoc} Whatever was settled, and however that went: nothing of it stays on
	 * the thread.
	 */
	@Override
	public void threadEnds(boolean failed) {
		try {
			if (Thread.currentThread() == this.thread) {
				endTransaction(failed);
			}
		}
		finally {
			this.threadEnded.countDown();
			this.onEnd.run();
		}
	}

	private void endTransaction(boolean failed) {
		settle();
		boolean stays = this.left && !failed;
		this.left = false;
		try {
			if (stays) {
				this.transaction.commitUnrecorded();
			}
		}
		finally {
			rollBack();
		}
	}

	private boolean settle() {
		if (this.settled) {
			return false;
		}
		this.settled = true;
		this.events.open().remove(this);
		return true;
	}

	private void rollBack() {
		try {
			this.transaction.rollBack();
		}
		catch (RuntimeException ex) {
			logger.warn("The rollback of a request with an idempotency key was not confirmed. Record: {}", recordKey(),
					ex);
		}
	}

	private boolean isOnThread() {
		return Thread.currentThread() == this.thread && this.threadEnded.getCount() > 0;
	}

	/** What the claim has become, if it has outlived its thread. */
	private @Nullable OpenClaim later() {
		if (!isOnThread()) {
			awaitThread();
		}
		return this.leased;
	}

	private void awaitThread() {
		try {
			if (!this.threadEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
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
