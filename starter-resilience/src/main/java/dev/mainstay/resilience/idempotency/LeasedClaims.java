package dev.mainstay.resilience.idempotency;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims operations from the store, apart from what they write. Thread-safe.
 */
final class LeasedClaims implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LeasedClaims.class);

	private final IdempotencyStore store;

	private final IdempotencySettings settings;

	private final Refusals refusals;

	private final ClaimEvents events;

	private final Heartbeat heartbeat;

	LeasedClaims(IdempotencyStore store, IdempotencySettings settings, ClaimEvents events) {
		this.store = store;
		this.settings = settings;
		this.refusals = new Refusals(settings);
		this.events = events;
		this.heartbeat = new Heartbeat(store, settings.lease());
	}

	Duration lease() {
		return this.settings.lease();
	}

	/** Claim an operation for a request, or say what is done with it instead. */
	Admission ask(Operation operation, RoutePolicy route) {
		ClaimResult result = this.store.claim(operation, lease());
		if (result instanceof ClaimResult.Abandoned lost && this.refusals.runsAgain(route)) {
			result = takeOver(operation, lost);
		}
		return (result instanceof ClaimResult.Granted granted)
				? new Admission.Run(hold(operation.recordKey(), granted.token()), route)
				: this.refusals.of(result, route, operation.recordKey());
	}

	private ClaimResult takeOver(Operation operation, ClaimResult.Abandoned lost) {
		ClaimResult result = this.store.takeOver(operation, lost.token(), lease());
		if (result instanceof ClaimResult.Granted) {
			this.events.takenOver();
		}
		return result;
	}

	/**
	 * Claim an operation whose transaction is over, or will be.
	 * @return the claim, {@code null} if somebody else has it or the store fails
	 */
	@Nullable OpenClaim claim(Operation operation) {
		try {
			return (this.store.claim(operation, lease()) instanceof ClaimResult.Granted granted)
					? hold(operation.recordKey(), granted.token()) : null;
		}
		catch (RuntimeException ex) {
			logger.warn("The end of a request with an idempotency key could not be recorded. Record: {}",
					operation.recordKey(), ex);
			this.events.storeFailed(ex);
			return null;
		}
	}

	/** Keep what was granted. */
	OpenClaim hold(String recordKey, String token) {
		return new LeasedClaim(this.store, new HeldClaim(recordKey, token), this.heartbeat, this.events);
	}

	@Override
	public void close() {
		this.heartbeat.close();
	}

}
