package dev.mainstay.resilience.idempotency;

import java.time.Duration;

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

	private final Operation operation;

	private final JoinedTransaction transaction;

	private final LeasedClaims leases;

	private final ClaimEvents events;

	/** Called when the key may be free or the answer there. */
	private final Runnable onEnd;

	private final long since = System.nanoTime();

	private final ClaimingThread thread = new ClaimingThread();

	private volatile boolean settled;

	private volatile boolean left;

	private volatile @Nullable OpenClaim leased;

	/** Why nothing of it is left, although its answer was to be kept. */
	private volatile @Nullable RuntimeException undone;

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
		return this.thread.isCurrent() && this.leased == null;
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
				: end(new Outcome.Replayable(response), saysUndone(response.status()));
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

	private static boolean saysUndone(int status) {
		return StatusPolicy.rejects(status) || StatusPolicy.fails(status);
	}

	/** What says that nothing was done stands also if nothing is to be left. */
	private boolean end(Outcome outcome, boolean saysUndone) {
		failAgain();
		if (!settle()) {
			return false;
		}
		if (saysUndone && this.transaction.isRollbackOnly()) {
			rollBack();
			return record(outcome);
		}
		try {
			this.transaction.commit(outcome);
		}
		catch (RuntimeException ex) {
			if (saysUndone && this.transaction.isRollbackOnly()) {
				return record(outcome);
			}
			throw remembered(ex);
		}
		this.events.ended(outcome);
		return true;
	}

	/** A handler may catch what the writing of its answer throws, and go on. */
	private void failAgain() {
		RuntimeException failure = this.undone;
		if (failure != null) {
			throw failure;
		}
	}

	private RuntimeException remembered(RuntimeException failure) {
		this.undone = failure;
		return failure;
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

	/** {@inheritDoc} Whoever waits for that may hold what this thread needs next. */
	@Override
	public void outliveThread() {
		failAgain();
		if (later() != null || !settle()) {
			return;
		}
		try {
			this.leased = lease();
		}
		catch (RuntimeException ex) {
			throw remembered(ex);
		}
		finally {
			this.thread.handOn();
		}
	}

	private @Nullable OpenClaim lease() {
		if (this.transaction.isRollbackOnly()) {
			rollBack();
			return this.leases.claim(this.operation);
		}
		String token = this.transaction.commitUnfinished(this.leases.lease());
		return this.leases.hold(recordKey(), token);
	}

	/**
	 * {@inheritDoc} Whatever was settled, and however that went: nothing of it stays on
	 * the thread.
	 */
	@Override
	public void threadEnds(boolean failed) {
		try {
			if (this.thread.isThis()) {
				endTransaction(failed);
			}
		}
		finally {
			this.thread.handOn();
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

	/** What the claim has become, if it has outlived its thread. */
	private @Nullable OpenClaim later() {
		this.thread.awaitHandedOn();
		return this.leased;
	}

}
