package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operation that is ours to run. It is settled once, by the first call; every later
 * one has no effect, so that each way a request can end may settle it. To abandon it does
 * not settle it: an end that becomes known after all is still recorded. A store that
 * fails is logged and never fails the request, which has had its effect by then.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class OpenClaim {

	private static final Logger logger = LoggerFactory.getLogger(OpenClaim.class);

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
	OpenClaim(IdempotencyStore store, HeldClaim held, Heartbeat heartbeat, ClaimEvents events) {
		this.store = store;
		this.held = held;
		this.heartbeat = heartbeat;
		this.events = events;
		events.open().add(this);
		heartbeat.begin(this);
	}

	/**
	 * The name of its operation.
	 * @return the record key, from which neither the key nor the caller can be read
	 */
	public String recordKey() {
		return this.held.recordKey();
	}

	HeldClaim held() {
		return this.held;
	}

	/** For how long the operation has been running. */
	Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.since);
	}

	/**
	 * Whether it was settled.
	 * @return whether the operation is recorded or the key is free
	 */
	public boolean isSettled() {
		return this.settled.get();
	}

	/**
	 * Keep the answer. Called before the first byte of it goes to the client, so that a
	 * client that is gone does not matter.
	 * @param response the answer
	 * @return whether it is recorded
	 */
	public boolean complete(StoredResponse response) {
		return complete(new Outcome.Replayable(response));
	}

	/**
	 * Keep that there was an answer. Called when an answer that is kept by its status
	 * turns out to be too large or to be streamed.
	 */
	public void completeWithoutAnswer() {
		complete(new Outcome.NotReplayable());
	}

	/**
	 * Keep that nobody knows how the operation ended. Called when it has failed and may
	 * have had an effect nevertheless.
	 */
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

	/**
	 * Free the key: the operation may run again. Once the service no longer waits for the
	 * end of its operations, it stays taken until the lease is over, and then counts as
	 * abandoned.
	 */
	public void release() {
		settle(() -> this.events.open().areStopped() || this.store.release(this.held.recordKey(), this.held.token()));
	}

	/**
	 * Let go of an operation that may still be running and of whose end nobody may hear.
	 */
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
