package dev.mainstay.observability.slo;

import java.time.Duration;

/**
 * One condition of an alert: the budget burns faster than a factor over both of two
 * windows, of which the short one ends the alert soon after the cause has ended.
 * Immutable.
 *
 * @param severity {@code page} or {@code ticket}
 * @param shortWindow the short window
 * @param longWindow the long window
 * @param factor how many times faster than the budget allows
 * @since 0.1.0
 */
public record BurnPair(String severity, Duration shortWindow, Duration longWindow, double factor) {

	/**
	 * The severity that wakes somebody.
	 */
	public static final String PAGE = "page";

	/**
	 * The severity that can wait for the morning.
	 */
	public static final String TICKET = "ticket";

}
