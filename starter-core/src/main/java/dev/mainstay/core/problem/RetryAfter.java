package dev.mainstay.core.problem;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The header field that says when a caller may try again. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RetryAfter {

	/** The name of the header field. */
	public static final String HEADER = "Retry-After";

	/**
	 * How long a caller should wait, in seconds, where nothing is known of it: the least
	 * that the field can say. What a pool, a lock or a queue lacks is most often there a
	 * moment later, and longer than a caller would have waited for it is no help.
	 */
	public static final int SOON = 1;

	/** A longer time is no advice to a caller who waits. */
	private static final int MAX_SECONDS = 3600;

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private RetryAfter() {
	}

	/**
	 * The same problem with the advice to try again in a second.
	 * @param problem the problem
	 * @return the problem with the header field
	 */
	public static Problem soon(Problem problem) {
		return problem.withHeader(HEADER, String.valueOf(SOON));
	}

	/**
	 * What the field of somebody else's answer says, if it makes sense to pass it on.
	 * @param value the value of the field, seconds or a date; {@code null} if there is
	 * none
	 * @param clock tells the time against which a date is read
	 * @return whole seconds from 0 to 3600; {@code null} for anything else
	 */
	public static @Nullable Long seconds(@Nullable String value, Clock clock) {
		if (value == null) {
			return null;
		}
		String trimmed = value.trim();
		Long seconds = SECONDS.matcher(trimmed).matches() ? Long.valueOf(trimmed) : untilDate(trimmed, clock);
		return (seconds != null && seconds >= 0 && seconds <= MAX_SECONDS) ? seconds : null;
	}

	private static @Nullable Long untilDate(String value, Clock clock) {
		try {
			ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
			return Duration.between(clock.instant(), date.toInstant()).plusMillis(999).toSeconds();
		}
		catch (DateTimeException | ArithmeticException ex) {
			return null;
		}
	}

}
