package dev.mainstay.resilience.idempotency;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The room that the store in memory has: an exact bound on the number of records and on
 * their bytes, at every rate, and for each caller. Thread-safe.
 * <p>
 * No caller gets more of it than it leaves free to the others, a first record excepted:
 * one alone gets half, two of them a third each, and there is always some left for the
 * next one. This is the dynamic threshold of Choudhury and Hahne (Dynamic Queue Length
 * Thresholds for Shared-Memory Packet Switches, 1998) with a factor of one.
 */
final class MemoryRoom {

	private final long maxEntries;

	private final long maxBytes;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, Share> shares = new HashMap<>();

	private volatile long entries;

	private volatile long bytes;

	MemoryRoom(long maxEntries, long maxBytes) {
		this.maxEntries = maxEntries;
		this.maxBytes = maxBytes;
	}

	boolean enter(String caller) {
		return take(caller, 1, MemoryRecord.OVERHEAD);
	}

	boolean grow(String caller, long bytes) {
		return take(caller, 0, bytes);
	}

	void leave(MemoryRecord leaver) {
		give(leaver.caller(), 1, leaver.weight());
	}

	void shrink(String caller, long bytes) {
		give(caller, 0, bytes);
	}

	long entries() {
		return this.entries;
	}

	long bytes() {
		return this.bytes;
	}

	private boolean take(String caller, int entries, long bytes) {
		this.lock.lock();
		try {
			Share share = this.shares.get(caller);
			long entriesThen = this.entries + entries;
			long bytesThen = this.bytes + bytes;
			if (entriesThen > this.maxEntries || bytesThen > this.maxBytes
					|| exceeds(share, entries, bytes, this.maxEntries - entriesThen, this.maxBytes - bytesThen)) {
				return false;
			}
			add(caller, entries, bytes);
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	private static boolean exceeds(@Nullable Share share, int entries, long bytes, long freeEntries, long freeBytes) {
		return share != null && share.entries + entries > 1
				&& (share.entries + entries > freeEntries || share.bytes + bytes > freeBytes);
	}

	private void give(String caller, int entries, long bytes) {
		this.lock.lock();
		try {
			add(caller, -entries, -bytes);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void add(String caller, int entries, long bytes) {
		Share share = this.shares.computeIfAbsent(caller, (key) -> new Share());
		share.entries += entries;
		share.bytes += bytes;
		if (share.entries == 0) {
			this.shares.remove(caller);
		}
		this.entries += entries;
		this.bytes += bytes;
	}

	/**
	 * What one caller has taken.
	 */
	private static final class Share {

		private long entries;

		private long bytes;

	}

}
