package dev.mainstay.resilience.idempotency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The records of the store in memory, each of them until its time is over. One whose
 * owner lives never expires; every other one is also kept in the order of expiry, and
 * leaves both places at once. Thread-safe and without locks.
 */
final class MemoryRecords {

	/** What one request does for the others, so that no burst of expiries is its own. */
	private static final int UPKEEP = 64;

	private static final Comparator<IdempotencyRecords.Entry> YOUNGEST_FIRST = Comparator
		.comparing(IdempotencyRecords.Entry::age);

	private final ConcurrentMap<String, MemoryRecord> records = new ConcurrentHashMap<>();

	private final NavigableMap<MemoryRecord, MemoryRecord> byExpiry = new ConcurrentSkipListMap<>(
			MemoryRecord.BY_EXPIRY);

	private final Retention retention;

	private final Consumer<MemoryRecord> expired;

	/**
	 * Create a map without records.
	 * @param retention for how long a record is kept
	 * @param expired takes each record that has expired, once
	 */
	MemoryRecords(Retention retention, Consumer<MemoryRecord> expired) {
		this.retention = retention;
		this.expired = expired;
	}

	/** Look for a record that has not expired. */
	@Nullable MemoryRecord get(String key, long now) {
		MemoryRecord found = this.records.get(key);
		if (found == null || !found.hasExpired(now)) {
			return found;
		}
		expire(found);
		return null;
	}

	@Nullable MemoryRecord putIfAbsent(String key, MemoryRecord fresh) {
		return this.records.putIfAbsent(key, fresh);
	}

	boolean remove(String key, MemoryRecord open) {
		boolean removed = this.records.remove(key, open);
		if (removed) {
			forget(open);
		}
		return removed;
	}

	boolean takeOver(String key, MemoryRecord lost, MemoryRecord fresh) {
		boolean taken = this.records.replace(key, lost, fresh);
		if (taken) {
			forget(lost);
		}
		return taken;
	}

	boolean complete(String key, MemoryRecord open, Outcome outcome, long now) {
		return end(key, open, open.completed(outcome, now + this.retention.of(outcome).toNanos()));
	}

	boolean abandon(String key, MemoryRecord open, long now) {
		return end(key, open, open.abandoned(now, now + this.retention.answers().toNanos()));
	}

	private boolean end(String key, MemoryRecord open, MemoryRecord ended) {
		if (!this.records.replace(key, open, ended)) {
			return false;
		}
		forget(open);
		this.byExpiry.put(ended, ended);
		if (this.records.get(key) != ended) {
			// It was replaced or released by another thread, which did not find it here.
			forget(ended);
		}
		return true;
	}

	/**
	 * The operations without an end, the oldest first. Looks at every record, and holds
	 * on to no more than it gives.
	 */
	List<IdempotencyRecords.Entry> unfinished(int limit, long now) {
		PriorityQueue<IdempotencyRecords.Entry> oldest = new PriorityQueue<>(YOUNGEST_FIRST);
		for (MemoryRecord record : this.records.values()) {
			if (record.isOpen() && !record.hasExpired(now)) {
				oldest.add(record.entry(now));
				if (oldest.size() > limit) {
					oldest.remove();
				}
			}
		}
		return oldest.stream().sorted(YOUNGEST_FIRST.reversed()).toList();
	}

	private void forget(MemoryRecord record) {
		if (record.expires()) {
			this.byExpiry.remove(record, record);
		}
	}

	/** Called with each claim. Lets go of some records that have expired. */
	void expire(long now) {
		int left = UPKEEP;
		while (left > 0 && expireFirst(now)) {
			left--;
		}
	}

	/** Called when room is needed. Lets go of all records that have expired. */
	void expireAll(long now) {
		boolean more = true;
		while (more) {
			more = expireFirst(now);
		}
	}

	private boolean expireFirst(long now) {
		Map.Entry<MemoryRecord, MemoryRecord> first = this.byExpiry.firstEntry();
		if (first == null || !first.getKey().hasExpired(now)) {
			return false;
		}
		expire(first.getKey());
		return true;
	}

	private void expire(MemoryRecord ended) {
		forget(ended);
		if (this.records.remove(ended.key(), ended)) {
			this.expired.accept(ended);
		}
	}

	/** How many records wait for their time, for tests. */
	int expiring() {
		return this.byExpiry.size();
	}

}
