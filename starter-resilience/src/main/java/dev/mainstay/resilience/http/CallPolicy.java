package dev.mainstay.resilience.http;

import java.time.Duration;

import dev.mainstay.resilience.policy.Destinations;

/**
 * What every call of a client is made under.
 *
 * @param destinations the settings and the state by client and authority
 * @param headers what the other side is told
 * @param sleeper waits before further attempts
 * @since 0.1.0
 */
public record CallPolicy(Destinations destinations, OutboundHeaders headers, Sleeper sleeper) {

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
