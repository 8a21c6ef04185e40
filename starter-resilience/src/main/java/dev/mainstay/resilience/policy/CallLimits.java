package dev.mainstay.resilience.policy;

import java.time.Duration;

/**
 * How many calls this instance makes.
 *
 * @param concurrentCalls how many at a time, 0 for any number
 * @param calls how many in a period, 0 for any number
 * @param period the period
 * @since 0.1.0
 */
public record CallLimits(int concurrentCalls, int calls, Duration period) {

	/**
	 * No limit.
	 */
	public static final CallLimits NONE = new CallLimits(0, 0, Duration.ofSeconds(1));

}
