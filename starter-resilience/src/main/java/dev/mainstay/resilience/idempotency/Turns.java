package dev.mainstay.resilience.idempotency;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Threads that wait for an operation which they can claim by nobody but themselves. Each
 * looks again when this process has ended the operation, and, as another process may
 * have, from time to time. It holds no connection in between. Thread-safe.
 */
final class Turns {

	private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

	private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

	private final Patience patience;

	private final Semaphore places;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, Queue> queues = new HashMap<>();

	Turns(Patience patience, Semaphore places) {
		this.patience = patience;
		this.places = places;
	}

	/**
	 * Wait for an operation that is in progress.
	 * @param recordKey the name of the operation
	 * @param look claims the operation if it is free
	 * @param refusal the answer when the time is over, or if too many wait already
	 */
	Admission await(String recordKey, Supplier<Admission> look, Admission refusal) {
		if (this.patience.isNone() || !this.places.tryAcquire()) {
			return refusal;
		}
		try {
			return await(recordKey, look, refusal, System.nanoTime() + this.patience.atMost().toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return refusal;
		}
		finally {
			this.places.release();
		}
	}

	private Admission await(String recordKey, Supplier<Admission> look, Admission refusal, long end)
			throws InterruptedException {
		Admission found = refusal;
		long pause = FIRST_PAUSE;
		for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
			boolean woken = pause(recordKey, Math.min(pause, left));
			found = look.get();
			if (!Refusals.isInProgress(found)) {
				return found;
			}
			pause = woken ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
		}
		return found;
	}

	private boolean pause(String recordKey, long nanos) throws InterruptedException {
		this.lock.lock();
		try {
			Queue queue = this.queues.computeIfAbsent(recordKey, (key) -> new Queue(this.lock.newCondition()));
			queue.length++;
			try {
				return queue.ended.awaitNanos(nanos) > 0;
			}
			finally {
				queue.length--;
				if (queue.length == 0) {
					this.queues.remove(recordKey);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Called when this process has ended an operation. */
	void wake(String recordKey) {
		this.lock.lock();
		try {
			Queue queue = this.queues.get(recordKey);
			if (queue != null) {
				queue.ended.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Those who wait for one operation. Guarded by the lock around it.
	 */
	private static final class Queue {

		private final Condition ended;

		private int length;

		private Queue(Condition ended) {
			this.ended = ended;
		}

	}

}
