package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operation that a store has granted us for as long as its lease is renewed. A store
 * that fails is logged and never fails the request, which has had its effect by then.
 * Thread-safe.
 */
final class LeasedClaim implements OpenClaim {

	private static final Logger logger = LoggerFactory.getLogger(LeasedClaim.class);

	private final IdempotencyStore store;

	private final HeldClaim held;

	private final Heartbeat heartbeat;

	private final ClaimEvents events;

	private final long since = System.nanoTime();

	private final AtomicBoolean settled = new AtomicBoolean();

	private final AtomicBoolean abandoned = new AtomicBoolean();

	private final AtomicBoolean lost = new AtomicBoolean();

	/**
	 * Create it.
	 * @param store is told how the operation ends
	 * @param held what was granted
	 * @param heartbeat keeps it until then
	 * @param events are told of it
	 */
	LeasedClaim(IdempotencyStore store, HeldClaim held, Heartbeat heartbeat, ClaimEvents events) {
		this.store = store;
		this.held = held;
		this.heartbeat = heartbeat;
		this.events = events;
		events.open().add(this);
		heartbeat.begin(this);
	}

	@Override
	public String recordKey() {
		return this.held.recordKey();
	}

	HeldClaim held() {
		return this.held;
	}

	@Override
	public Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.since);
	}

	@Override
	public boolean isSettled() {
		return this.settled.get();
	}

	@Override
	public boolean complete(StoredResponse response) {
		return complete(new Outcome.Replayable(response));
	}

	@Override
	public void completeWithoutAnswer() {
		complete(new Outcome.NotReplayable());
	}

	@Override
	public void completeUnknown() {
		complete(new Outcome.Unknown());
	}

	private boolean complete(Outcome outcome) {
		return settle(() -> {
			boolean kept = this.store.complete(this.held.recordKey(), this.held.token(), outcome);
			if (kept) {
				this.events.ended(outcome);
			}
			return kept;
		});
	}

	@Override
	public void release() {
		settle(() -> this.events.open().areStopped() || this.store.release(this.held.recordKey(), this.held.token()));
	}

	@Override
	public void abandon() {
		if (!this.settled.get() && this.abandoned.compareAndSet(false, true)) {
			this.events.open().remove(this);
			call(() -> {
				this.heartbeat.letGo(this);
				return this.store.abandon(this.held.recordKey(), this.held.token());
			});
		}
	}

	private boolean settle(BooleanSupplier action) {
		if (!this.settled.compareAndSet(false, true)) {
			return false;
		}
		this.events.open().remove(this);
		this.heartbeat.end(this);
		return call(action);
	}

	private boolean call(BooleanSupplier action) {
		try {
			boolean owned = action.getAsBoolean();
			if (!owned) {
				lost();
			}
			return owned;
		}
		catch (RuntimeException ex) {
			logger.warn("The end of a request with an idempotency key could not be recorded. "
					+ "A repetition will not get its answer. Record: {}", this.held.recordKey(), ex);
			this.events.storeFailed(ex);
			return false;
		}
	}

	/** Called by everybody who finds out that the claim is somebody else's, or gone. */
	void lost() {
		if (this.lost.compareAndSet(false, true)) {
			logger.warn("The claim on an idempotency key was lost before its request ended. Another request "
					+ "with the key may have run meanwhile. Record: {}", this.held.recordKey());
			this.events.lost();
		}
	}

}
