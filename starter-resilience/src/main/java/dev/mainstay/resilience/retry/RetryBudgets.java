package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The budgets of all clients, one for each client name and authority, so that one dead
 * dependency takes no retries from another. Bounded: a client that calls ever new
 * authorities loses the budgets it has not used for longest. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RetryBudgets {

	private static final int MAX_AUTHORITIES = 1000;

	private final Map<Key, RetryBudget> budgets = new LeastRecentlyUsed();

	private final ReentrantLock lock = new ReentrantLock();

	private final double ratio;

	private final int floor;

	private final Duration window;

	private final LongSupplier nanoTime;

	/**
	 * Create the budgets.
	 * @param ratio retries per first attempt, between 0 and 1
	 * @param floor retries that are granted in a window whatever the ratio says
	 * @param window the length of the window
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 */
	public RetryBudgets(double ratio, int floor, Duration window, LongSupplier nanoTime) {
		this.ratio = ratio;
		this.floor = floor;
		this.window = window;
		this.nanoTime = nanoTime;
	}

	/**
	 * The budget for calls of a client to an authority.
	 * @param client the name of the client
	 * @param host the host that it calls, in lower case
	 * @param port the port that it calls
	 * @return the one budget for all three
	 */
	public RetryBudget of(String client, String host, int port) {
		Key key = new Key(client, host, port);
		this.lock.lock();
		try {
			RetryBudget budget = this.budgets.get(key);
			if (budget == null) {
				budget = new RetryBudget(this.ratio, this.floor, this.window, this.nanoTime);
				this.budgets.put(key, budget);
			}
			return budget;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** In the order of access, which is why also a look-up needs the lock. */
	private static final class LeastRecentlyUsed extends LinkedHashMap<Key, RetryBudget> {

		private static final long serialVersionUID = 1L;

		LeastRecentlyUsed() {
			super(16, 0.75f, true);
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, RetryBudget> eldest) {
			return size() > MAX_AUTHORITIES;
		}

	}

	private record Key(String client, String host, int port) {

	}

}
