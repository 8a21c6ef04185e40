package dev.mainstay.resilience.idempotency;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The records of the store in memory, each of them until its time is over. One whose
 * owner lives never expires; every other one does a fixed time after it was written. So
 * those with the same time expire in the order in which they were written, and a queue
 * for each time is all that is needed to find them. Thread-safe.
 */
final class MemoryRecords {

	private final ConcurrentMap<String, MemoryRecord> records = new ConcurrentHashMap<>();

	private final Queue<MemoryRecord> answers = new ConcurrentLinkedQueue<>();

	private final Queue<MemoryRecord> rejections = new ConcurrentLinkedQueue<>();

	/** Nobody else takes from the queues. */
	private final ReentrantLock upkeep = new ReentrantLock();

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
		return this.records.remove(key, open);
	}

	boolean complete(String key, MemoryRecord open, Outcome outcome, long now) {
		long kept = this.retention.of(outcome).toNanos();
		Queue<MemoryRecord> queue = (kept == this.retention.answers().toNanos()) ? this.answers : this.rejections;
		return end(key, open, open.completed(outcome, now + kept), queue);
	}

	boolean abandon(String key, MemoryRecord open, long now) {
		return end(key, open, open.abandoned(now, now + this.retention.answers().toNanos()), this.answers);
	}

	private boolean end(String key, MemoryRecord open, MemoryRecord ended, Queue<MemoryRecord> queue) {
		boolean replaced = this.records.replace(key, open, ended);
		if (replaced) {
			queue.add(ended);
		}
		return replaced;
	}

	/** Called before room is asked for: whoever needs it, makes it. */
	void expire(long now) {
		expire(this.answers, now);
		expire(this.rejections, now);
	}

	private void expire(Queue<MemoryRecord> queue, long now) {
		MemoryRecord first = queue.peek();
		if (first == null || !first.hasExpired(now)) {
			return;
		}
		this.upkeep.lock();
		try {
			for (first = queue.peek(); first != null && first.hasExpired(now); first = queue.peek()) {
				queue.remove();
				expire(first);
			}
		}
		finally {
			this.upkeep.unlock();
		}
	}

	/** One that was replaced since is not there any more. */
	private void expire(MemoryRecord ended) {
		if (this.records.remove(ended.key(), ended)) {
			this.expired.accept(ended);
		}
	}

}
