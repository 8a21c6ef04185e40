package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties of outgoing HTTP calls.
 *
 * @param connectTimeout Time to wait for a connection where the application sets none
 * @param responseTimeout Time to wait for the head of an answer where the application
 * sets no read timeout
 * @param idleTimeout Time to wait between two bytes of an answer's body where the
 * application sets no read timeout. Clients that know one timeout only get the shorter
 * one of this and the response timeout
 * @param retry Retries of calls that failed
 */
@ConfigurationProperties("mainstay.http-client")
record HttpClientProperties(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("60s") Duration responseTimeout,
		@DefaultValue("60s") Duration idleTimeout, @DefaultValue Retry retry) {

	/** Well within what a clock of nanoseconds counts. */
	private static final Duration MAX_TIME = Duration.ofDays(3650);

	HttpClientProperties {
		requireTimeout("connect-timeout", connectTimeout);
		requireTimeout("response-timeout", responseTimeout);
		requireTimeout("idle-timeout", idleTimeout);
	}

	/** Sockets count milliseconds in 31 bits. */
	private static void requireTimeout(String name, Duration duration) {
		require(name, duration,
				duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofDays(24)) <= 0,
				"it has to be from 1ms to 24d", "Set it to one such as 60s; to have neither timeouts nor retries of "
						+ "Mainstay set mainstay.http-client.enabled=false");
	}

	private static void requirePositive(String name, Duration duration) {
		require(name, duration, duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(MAX_TIME) <= 0,
				"it has to be longer than zero and at most 3650d", "Set it to one such as 2s, or remove it");
	}

	private static void require(String name, Object value, boolean valid, String reason, String fix) {
		InvalidPropertyException.check(valid, "mainstay.http-client." + name, value, reason, fix);
	}

	/**
	 * Properties of retries.
	 *
	 * @param maxRetries Number of times that a call is made once more at most
	 * @param baseDelay Upper bound of the random delay before the first retry, doubled
	 * for each further one
	 * @param maxDelay Upper bound of the random delay before any retry
	 * @param maxRetryAfter Longest wait asked for by the other side that a caller is made
	 * to wait; beyond it the answer is handed to the caller at once
	 * @param maxElapsed Time after which a call is not made once more
	 * @param retryOn500 Whether an answer with status 500 is worth a retry
	 * @param budget Bound for the retries of a client to one authority
	 */
	record Retry(@DefaultValue("2") int maxRetries, @DefaultValue("100ms") Duration baseDelay,
			@DefaultValue("2s") Duration maxDelay, @DefaultValue("5s") Duration maxRetryAfter,
			@DefaultValue("10s") Duration maxElapsed, @Name("retry-on-500") @DefaultValue("false") boolean retryOn500,
			@DefaultValue Budget budget) {

		Retry {
			require("retry.max-retries", maxRetries, maxRetries >= 0 && maxRetries <= 10, "it has to be from 0 to 10",
					"Set it to one such as 2, which is enough for a blip");
			requirePositive("retry.base-delay", baseDelay);
			require("retry.max-delay", maxDelay, maxDelay.compareTo(baseDelay) >= 0,
					"it is shorter than mainstay.http-client.retry.base-delay", "Set it to that or more");
			require("retry.max-retry-after", maxRetryAfter,
					!maxRetryAfter.isNegative() && maxRetryAfter.compareTo(MAX_TIME) <= 0,
					"it has to be from 0s to 3650d", "Set it to 0s to never wait for the other side");
			requirePositive("retry.max-elapsed", maxElapsed);
		}

	}

	/**
	 * Properties of the budget.
	 *
	 * @param ratio Retries for each first attempt in the window, from 0 to 1
	 * @param floor Number of retries in a window that are granted whatever the ratio says
	 * @param window Length of the window
	 */
	record Budget(@DefaultValue("0.1") double ratio, @DefaultValue("3") int floor,
			@DefaultValue("10s") Duration window) {

		Budget {
			require("retry.budget.ratio", ratio, ratio >= 0 && ratio <= 1, "it has to be from 0 to 1",
					"Set it to 0.1 for one retry in ten calls");
			require("retry.budget.floor", floor, floor >= 0, "it is negative",
					"Set it to 0 to have the ratio alone decide");
			requirePositive("retry.budget.window", window);
		}

	}

}
