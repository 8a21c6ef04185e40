package dev.mainstay.resilience.idempotency;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Expiry;

/**
 * A record whose owner lives never expires; every other one does a fixed time after it
 * was written last.
 */
final class MemoryExpiry implements Expiry<String, MemoryRecord> {

	private final long ttl;

	MemoryExpiry(Duration ttl) {
		this.ttl = ttl.toNanos();
	}

	@Override
	public long expireAfterCreate(String key, MemoryRecord value, long currentTime) {
		return value.isOpen() ? Long.MAX_VALUE : this.ttl;
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
