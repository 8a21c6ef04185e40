package dev.mainstay.resilience.idempotency;

import com.github.benmanes.caffeine.cache.Expiry;

/**
 * A record whose owner lives never expires; every other one does a fixed time after it
 * was written last.
 */
final class MemoryExpiry implements Expiry<String, MemoryRecord> {

	private final Retention retention;

	MemoryExpiry(Retention retention) {
		this.retention = retention;
	}

	@Override
	public long expireAfterCreate(String key, MemoryRecord value, long currentTime) {
		if (value.isOpen()) {
			return Long.MAX_VALUE;
		}
		Outcome outcome = value.outcome();
		return ((outcome != null) ? this.retention.of(outcome) : this.retention.answers()).toNanos();
	}

	@Override
	public long expireAfterUpdate(String key, MemoryRecord value, long currentTime, long currentDuration) {
		return expireAfterCreate(key, value, currentTime);
	}

	@Override
	public long expireAfterRead(String key, MemoryRecord value, long currentTime, long currentDuration) {
		return currentDuration;
	}

}
