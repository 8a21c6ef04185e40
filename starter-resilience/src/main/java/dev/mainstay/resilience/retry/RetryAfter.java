package dev.mainstay.resilience.retry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Retry-After} header, RFC 9110, 10.2.3.
 */
final class RetryAfter {

	/** More digits than any wait that somebody would sit out. */
	private static final int MAX_DIGITS = 9;

	private RetryAfter() {
	}

	/**
	 * Parse the value of the header.
	 * @param value seconds, or a date, may be {@code null}
	 * @param clock tells how far away a date is
	 * @return how long to wait, zero for a date in the past; {@code null} if there is no
	 * value that can be read
	 */
	static @Nullable Duration parse(@Nullable String value, Clock clock) {
		if (value == null || value.isBlank()) {
			return null;
		}
		String text = value.strip();
		if (text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return Duration.ofSeconds((text.length() <= MAX_DIGITS) ? Long.parseLong(text) : Integer.MAX_VALUE);
		}
		try {
			Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
			Duration wait = Duration.between(clock.instant(), date);
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
