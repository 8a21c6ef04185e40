package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties of retries of outgoing HTTP calls.
 *
 * @param maxRetries Number of times that a call is made once more at most
 * @param baseDelay Upper bound of the random delay before the first retry, doubled for
 * each further one
 * @param maxDelay Upper bound of the random delay before any retry
 * @param maxRetryAfter Longest wait asked for by the other side that a caller is made to
 * wait; beyond it the answer is handed to the caller at once
 * @param maxNotBefore Longest time for which all callers of a client leave an authority
 * alone that asked for it; 0s for only the call that was asked
 * @param maxElapsed Time after which a call is not made once more
 * @param retryOn500 Whether an answer with status 500 is worth a retry
 * @param attemptHeader Name of the header in which the other side is told that a call is
 * made once more; empty for none
 * @param budget Bound for the retries of a client to one authority
 */
@ConfigurationProperties("mainstay.http-client.retry")
record RetryProperties(@DefaultValue("2") int maxRetries, @DefaultValue("100ms") Duration baseDelay,
		@DefaultValue("2s") Duration maxDelay, @DefaultValue("5s") Duration maxRetryAfter,
		@DefaultValue("60s") Duration maxNotBefore, @DefaultValue("10s") Duration maxElapsed,
		@Name("retry-on-500") @DefaultValue("false") boolean retryOn500,
		@DefaultValue("X-Request-Attempt") String attemptHeader, @DefaultValue Budget budget) {

	/** Well within what a clock of nanoseconds counts. */
	private static final Duration MAX_TIME = Duration.ofDays(3650);

	RetryProperties {
		require("max-retries", maxRetries, maxRetries >= 0 && maxRetries <= 10, "it has to be from 0 to 10",
				"Set it to one such as 2, which is enough for a blip");
		requirePositive("base-delay", baseDelay);
		require("max-delay", maxDelay, maxDelay.compareTo(baseDelay) >= 0,
				"it is shorter than mainstay.http-client.retry.base-delay", "Set it to that or more");
		requireTime("max-retry-after", maxRetryAfter, "Set it to 0s to never wait for the other side");
		requireTime("max-not-before", maxNotBefore, "Set it to 0s to leave nobody alone but for the call it asked");
		requirePositive("max-elapsed", maxElapsed);
		HttpClientProperties.requireHeader("retry.attempt-header", attemptHeader);
	}

	private static void requirePositive(String name, Duration duration) {
		require(name, duration, duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(MAX_TIME) <= 0,
				"it has to be longer than zero and at most 3650d", "Set it to one such as 2s, or remove it");
	}

	private static void requireTime(String name, Duration duration, String fix) {
		require(name, duration, !duration.isNegative() && duration.compareTo(MAX_TIME) <= 0,
				"it has to be from 0s to 3650d", fix);
	}

	private static void require(String name, Object value, boolean valid, String reason, String fix) {
		HttpClientProperties.require("retry." + name, value, valid, reason, fix);
	}

	/**
	 * Properties of the budget.
	 *
	 * @param ratio Retries for each first attempt in the window, from 0 to 1
	 * @param floor Number of retries in ten seconds, or in the window if it is shorter,
	 * that are granted whatever the ratio says
	 * @param window Length of the window; up to 10s the ratio is kept in any such time
	 * @param burst How many times the ratio may be used within ten seconds as long as the
	 * window as a whole keeps to it, from 1 to 100
	 */
	record Budget(@DefaultValue("0.1") double ratio, @DefaultValue("3") int floor, @DefaultValue("2m") Duration window,
			@DefaultValue("2") double burst) {

		Budget {
			require("budget.ratio", ratio, ratio >= 0 && ratio <= 1, "it has to be from 0 to 1",
					"Set it to 0.1 for one retry in ten calls");
			require("budget.floor", floor, floor >= 0, "it is negative", "Set it to 0 to have the ratio alone decide");
			requirePositive("budget.window", window);
			require("budget.burst", burst, burst >= 1 && burst <= 100, "it has to be from 1 to 100",
					"Set it to 1 to keep to the ratio in any ten seconds as well");
		}

	}

}
