package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * A store that can be down.
 */
public final class StoppableStore implements IdempotencyStore {

	private final IdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(24), Duration.ofHours(1)), 10_000, 10_000_000, System::nanoTime);

	private volatile boolean claims = true;

	private volatile boolean ends = true;

	public void start() {
		this.claims = true;
		this.ends = true;
	}

	public void stop() {
		this.claims = false;
		this.ends = false;
	}

	public void stopAfterClaim() {
		this.ends = false;
	}

	private static void check(boolean up) {
		if (!up) {
			throw new IllegalStateException("The store is down");
		}
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		check(this.claims);
		return this.store.claim(operation, lease);
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		check(this.claims);
		return this.store.takeOver(operation, lost, lease);
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		check(this.ends);
		return this.store.complete(recordKey, token, outcome);
	}

	@Override
	public boolean release(String recordKey, String token) {
		check(this.ends);
		return this.store.release(recordKey, token);
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		check(this.ends);
		return this.store.abandon(recordKey, token);
	}

}
