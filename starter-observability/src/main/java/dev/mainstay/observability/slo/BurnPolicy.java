package dev.mainstay.observability.slo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which burn of a budget is an alert: multiple windows and burn rates, as the workbook of
 * Google's SRE has them.
 *
 * @since 0.1.0
 */
public final class BurnPolicy {

	/**
	 * The bad events in the long window of a page before it pages.
	 */
	public static final int MIN_BAD = 10;

	/**
	 * Below this, an alert would tell of a budget that lasts.
	 */
	private static final double LOWEST_FACTOR = 0.9;

	private BurnPolicy() {
	}

	/**
	 * The conditions for a window: 14.4, 6, 3 and 1 for 30 days. For another window each
	 * factor is the same part of the budget (2 %, 5 %, 10 %, 10 %), spent in the long
	 * window, yet at least 0.9. Left out is what would look back farther than the window.
	 * @param window the window of the objective
	 * @return the conditions, pages first, the fastest first
	 */
	public static List<BurnPair> of(Duration window) {
		return Stream
			.of(pair(window, BurnPair.PAGE, Duration.ofMinutes(5), Duration.ofHours(1), 0.02),
					pair(window, BurnPair.PAGE, Duration.ofMinutes(30), Duration.ofHours(6), 0.05),
					pair(window, BurnPair.TICKET, Duration.ofHours(2), Duration.ofDays(1), 0.1),
					pair(window, BurnPair.TICKET, Duration.ofHours(6), Duration.ofDays(3), 0.1))
			.filter((pair) -> pair.longWindow().compareTo(window) <= 0)
			.toList();
	}

	private static BurnPair pair(Duration window, String severity, Duration shortWindow, Duration longWindow,
			double budgetFraction) {
		double spent = Decimals.product(budgetFraction, window.toSeconds());
		double factor = Math.max(LOWEST_FACTOR, Decimals.quotient(spent, longWindow.toSeconds()));
		return new BurnPair(severity, shortWindow, longWindow, factor);
	}

}
