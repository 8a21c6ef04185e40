package dev.mainstay.resilience.http;

import java.time.Duration;

import dev.mainstay.resilience.retry.RetryBudgets;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a client is made under.
 *
 * @param client the name of the client
 * @param retry decides on further attempts, {@code null} for none
 * @param budgets bounds them
 * @param sleeper waits before them
 * @since 0.1.0
 */
public record CallPolicy(String client, @Nullable RetryPolicy retry, RetryBudgets budgets, Sleeper sleeper) {

	/**
	 * Waits on the calling thread.
	 *
	 * @since 0.1.0
	 */
	@FunctionalInterface
	public interface Sleeper {

		/**
		 * Wait.
		 * @param duration how long
		 * @throws InterruptedException if the thread is interrupted
		 */
		void sleep(Duration duration) throws InterruptedException;

	}

}
