package dev.mainstay.resilience.idempotency;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Duplicates that wait for an operation in progress. For each operation there is one look
 * at the store at a time, whoever waits for it: when this process has ended it, and, as
 * another process may have, from time to time. What is found is handed to those who wait;
 * a claim that was granted, to one of them. A waiter holds no thread of ours and no
 * connection. Thread-safe.
 */
final class Waiters {

	private static final Logger logger = LoggerFactory.getLogger(Waiters.class);

	/** Soon, as the operation may have ended between the claim and the wait for it. */
	private static final long FIRST_PAUSE = 20;

	private static final long LONGEST_PAUSE = 1000;

	private final Patience patience;

	private final Semaphore places;

	private final Map<String, WaitingRoom> rooms = new HashMap<>();

	private final ScheduledThreadPoolExecutor lookouts;

	Waiters(Patience patience, Semaphore places) {
		this.patience = patience;
		this.places = places;
		this.lookouts = new ScheduledThreadPoolExecutor(2, (task) -> {
			Thread thread = new Thread(task, "mainstay-idempotency-waiters");
			thread.setDaemon(true);
			return thread;
		});
		this.lookouts.setRemoveOnCancelPolicy(true);
		this.lookouts.setKeepAliveTime(10, TimeUnit.SECONDS);
		this.lookouts.allowCoreThreadTimeOut(true);
	}

	/**
	 * Wait for an operation that is in progress.
	 * @param recordKey the name of the operation
	 * @param look looks at the store and claims the operation if it is free
	 * @param refusal the answer when the time is over, or if too many wait already
	 */
	CompletableFuture<Admission> await(String recordKey, Supplier<Admission> look, Admission refusal) {
		if (this.patience.isNone() || !this.places.tryAcquire()) {
			return CompletableFuture.completedFuture(refusal);
		}
		CompletableFuture<Admission> waiter = new CompletableFuture<>();
		waiter.whenComplete((admission, failure) -> leave(recordKey, waiter));
		enter(recordKey, look, waiter);
		return waiter.completeOnTimeout(refusal, this.patience.atMost().toNanos(), TimeUnit.NANOSECONDS);
	}

	private synchronized void enter(String recordKey, Supplier<Admission> look, CompletableFuture<Admission> waiter) {
		WaitingRoom room = this.rooms.get(recordKey);
		if (room == null) {
			room = new WaitingRoom(look);
			this.rooms.put(recordKey, room);
			lookAfter(recordKey, room, FIRST_PAUSE);
		}
		room.waiting.add(waiter);
	}

	private synchronized void leave(String recordKey, CompletableFuture<Admission> waiter) {
		this.places.release();
		WaitingRoom room = this.rooms.get(recordKey);
		if (room != null && room.waiting.remove(waiter) && room.waiting.isEmpty()) {
			this.rooms.remove(recordKey);
			room.cancelNext();
		}
	}

	/** Called when this process has ended an operation. */
	synchronized void wake(String recordKey) {
		WaitingRoom room = this.rooms.get(recordKey);
		if (room != null) {
			room.pause = FIRST_PAUSE;
			room.woken = true;
			if (!room.looking) {
				lookAfter(recordKey, room, 0);
			}
		}
	}

	private void lookAfter(String recordKey, WaitingRoom room, long pause) {
		room.cancelNext();
		room.next = this.lookouts.schedule(() -> look(recordKey, room), pause, TimeUnit.MILLISECONDS);
	}

	private void look(String recordKey, WaitingRoom room) {
		if (!begin(recordKey, room)) {
			return;
		}
		try {
			hand(room.look.get(), room);
		}
		catch (RuntimeException ex) {
			// Those who wait know that the operation is in progress. They are told so
			// when their time is over.
			logger.debug("The store of idempotency keys failed while requests wait for it", ex);
		}
		finally {
			end(recordKey, room);
		}
	}

	private synchronized boolean begin(String recordKey, WaitingRoom room) {
		if (room.looking || this.rooms.get(recordKey) != room) {
			return false;
		}
		room.looking = true;
		room.woken = false;
		return true;
	}

	private void hand(Admission found, WaitingRoom room) {
		if (found instanceof Admission.Run run) {
			boolean taken = waitingIn(room).stream().anyMatch((waiter) -> waiter.complete(run));
			if (!taken) {
				run.claim().release();
			}
		}
		else if (!Refusals.isInProgress(found)) {
			waitingIn(room).forEach((waiter) -> waiter.complete(found));
		}
	}

	private synchronized List<CompletableFuture<Admission>> waitingIn(WaitingRoom room) {
		return List.copyOf(room.waiting);
	}

	private synchronized void end(String recordKey, WaitingRoom room) {
		room.looking = false;
		if (this.rooms.get(recordKey) == room) {
			lookAfter(recordKey, room, room.woken ? 0 : room.pause);
			room.pause = Math.min(2 * room.pause, LONGEST_PAUSE);
		}
	}

	/** How many wait. */
	int waiting() {
		return this.patience.maxWaiters() - this.places.availablePermits();
	}

	/**
	 * Those who wait for one operation. Guarded by the waiters around it.
	 */
	private static final class WaitingRoom {

		private final Supplier<Admission> look;

		private final Set<CompletableFuture<Admission>> waiting = new LinkedHashSet<>();

		private long pause = FIRST_PAUSE;

		private boolean looking;

		private boolean woken;

		private @Nullable ScheduledFuture<?> next;

		private WaitingRoom(Supplier<Admission> look) {
			this.look = look;
		}

		private void cancelNext() {
			if (this.next != null) {
				this.next.cancel(false);
			}
		}

	}

}
