package dev.mainstay.resilience.retry;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The budgets of all clients, one for each client name and authority, so that one dead
 * dependency takes no retries from another. Bounded: a client that calls ever new
 * authorities loses the budgets it has not used for longest. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RetryBudgets {

	private static final int MAX_AUTHORITIES = 1000;

	private final Cache<Key, RetryBudget> budgets = Caffeine.newBuilder().maximumSize(MAX_AUTHORITIES).build();

	private final Function<Key, RetryBudget> creation = this::create;

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
		return this.budgets.get(new Key(client, host, port), this.creation);
	}

	private RetryBudget create(Key key) {
		return new RetryBudget(this.ratio, this.floor, this.window, this.nanoTime);
	}

	private record Key(String client, String host, int port) {

	}

}
