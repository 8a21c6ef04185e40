package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.Collection;

/**
 * A store that wakes those who wait for an operation as soon as this process has ended
 * it. Thread-safe.
 */
final class WakingStore implements IdempotencyStore {

	private final IdempotencyStore store;

	private final Waiters waiters;

	WakingStore(IdempotencyStore store, Waiters waiters) {
		this.store = store;
		this.waiters = waiters;
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		return this.store.claim(operation, lease);
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		return this.store.takeOver(operation, lost, lease);
	}

	@Override
	public boolean needsRenewal() {
		return this.store.needsRenewal();
	}

	@Override
	public Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
		return this.store.renew(claims, lease);
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		try {
			return this.store.complete(recordKey, token, outcome);
		}
		finally {
			this.waiters.wake(recordKey);
		}
	}

	@Override
	public boolean release(String recordKey, String token) {
		try {
			return this.store.release(recordKey, token);
		}
		finally {
			this.waiters.wake(recordKey);
		}
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		return this.store.abandon(recordKey, token);
	}

}
