package dev.mainstay.resilience.idempotency;

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

	private final String recordKey;

	private final String token;

	private final AtomicBoolean settled = new AtomicBoolean();

	private final AtomicBoolean abandoned = new AtomicBoolean();

	OpenClaim(IdempotencyStore store, String recordKey, String token) {
		this.store = store;
		this.recordKey = recordKey;
		this.token = token;
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
		return settle(() -> this.store.complete(this.recordKey, this.token, outcome));
	}

	/**
	 * Free the key: the operation may run again.
	 */
	public void release() {
		settle(() -> this.store.release(this.recordKey, this.token));
	}

	/**
	 * Let go of an operation that may still be running and of whose end nobody may hear.
	 */
	public void abandon() {
		if (!this.settled.get() && this.abandoned.compareAndSet(false, true)) {
			call(() -> this.store.abandon(this.recordKey, this.token));
		}
	}

	private boolean settle(BooleanSupplier action) {
		return this.settled.compareAndSet(false, true) && call(action);
	}

	private static boolean call(BooleanSupplier action) {
		try {
			boolean owned = action.getAsBoolean();
			if (!owned) {
				logger.warn("The claim on an idempotency key was lost before its request ended. Another request "
						+ "with the key may have run meanwhile.");
			}
			return owned;
		}
		catch (RuntimeException ex) {
			logger.warn("The end of a request with an idempotency key could not be recorded. "
					+ "A repetition will not get its answer.", ex);
			return false;
		}
	}

}
