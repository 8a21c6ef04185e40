package dev.mainstay.resilience.idempotency;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The room that the store in memory has: an exact bound on the number of records and on
 * their bytes, at every rate. Thread-safe.
 */
final class MemoryRoom {

	private final long maxEntries;

	private final long maxBytes;

	private final AtomicLong entries = new AtomicLong();

	private final AtomicLong bytes = new AtomicLong();

	MemoryRoom(long maxEntries, long maxBytes) {
		this.maxEntries = maxEntries;
		this.maxBytes = maxBytes;
	}

	boolean enter() {
		if (!reserve(this.entries, 1, this.maxEntries)) {
			return false;
		}
		if (!grow(MemoryRecord.OVERHEAD)) {
			this.entries.decrementAndGet();
			return false;
		}
		return true;
	}

	boolean grow(long bytes) {
		return reserve(this.bytes, bytes, this.maxBytes);
	}

	void leave(MemoryRecord leaver) {
		this.entries.decrementAndGet();
		shrink(leaver.weight());
	}

	void shrink(long bytes) {
		this.bytes.addAndGet(-bytes);
	}

	long entries() {
		return this.entries.get();
	}

	long bytes() {
		return this.bytes.get();
	}

	private static boolean reserve(AtomicLong used, long amount, long limit) {
		long now;
		do {
			now = used.get();
			if (now + amount > limit) {
				return false;
			}
		}
		while (!used.compareAndSet(now, now + amount));
		return true;
	}

}
