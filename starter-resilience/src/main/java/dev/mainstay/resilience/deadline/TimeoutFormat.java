package dev.mainstay.resilience.deadline;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * How a header says in how much time its sender wants an answer. What cannot be read is
 * no time at all: a mistake of a caller in front of its request is no reason to fail it.
 */
enum TimeoutFormat {

	/** Whole milliseconds. */
	MILLISECONDS {

		@Override
		long read(String value) {
			return nanos(digits(value, value.length(), MAX_DIGITS), TimeUnit.MILLISECONDS);
		}

	},

	/** The same, of somebody for whom 0 means that there is no limit. */
	MILLISECONDS_IF_ANY {

		@Override
		long read(String value) {
			long nanos = MILLISECONDS.read(value);
			return (nanos == 0) ? NONE : nanos;
		}

	},

	/** At most eight digits and a unit. */
	GRPC {

		@Override
		long read(String value) {
			int units = value.length() - 1;
			TimeUnit unit = (units > 0) ? unit(value.charAt(units)) : null;
			return (unit != null) ? nanos(digits(value, units, MAX_GRPC_DIGITS), unit) : NONE;
		}

		private static @Nullable TimeUnit unit(char letter) {
			return switch (letter) {
				case 'H' -> TimeUnit.HOURS;
				case 'M' -> TimeUnit.MINUTES;
				case 'S' -> TimeUnit.SECONDS;
				case 'm' -> TimeUnit.MILLISECONDS;
				case 'u' -> TimeUnit.MICROSECONDS;
				case 'n' -> TimeUnit.NANOSECONDS;
				default -> null;
			};
		}

	},

	/** Decimal seconds, rounded up to whole milliseconds. */
	SECONDS {

		@Override
		long read(String value) {
			int point = value.indexOf('.');
			if (point < 0) {
				return nanos(digits(value, value.length(), MAX_DIGITS), TimeUnit.SECONDS);
			}
			long seconds = nanos(digits(value, point, MAX_DIGITS), TimeUnit.SECONDS);
			long fraction = fraction(value.substring(point + 1));
			return (seconds == NONE || fraction == NONE) ? NONE : saturated(seconds + fraction);
		}

		private static long fraction(String digits) {
			if (digits(digits, digits.length(), MAX_DIGITS) == NONE) {
				return NONE;
			}
			long millis = 0;
			for (int i = 0; i < MILLI_DIGITS; i++) {
				millis = millis * 10 + ((i < digits.length()) ? digits.charAt(i) - '0' : 0);
			}
			boolean more = digits.chars().skip(MILLI_DIGITS).anyMatch((digit) -> digit != '0');
			return TimeUnit.MILLISECONDS.toNanos(more ? millis + 1 : millis);
		}

	};

	/** Stands for no time that anybody has told. */
	static final long NONE = -1;

	/** What fits into a number of 64 bits. */
	private static final int MAX_DIGITS = 18;

	private static final int MAX_GRPC_DIGITS = 8;

	private static final int MILLI_DIGITS = 3;

	/**
	 * Read a value.
	 * @param value the value of a header
	 * @return the time in nanoseconds, as many as fit, {@link #NONE} if it is not one
	 */
	abstract long read(String value);

	private static long nanos(long amount, TimeUnit unit) {
		return (amount == NONE) ? NONE : unit.toNanos(amount);
	}

	/** A sum of two that are not negative. */
	private static long saturated(long sum) {
		return (sum < 0) ? Long.MAX_VALUE : sum;
	}

	/** Neither a sign nor a space, and only the digits that everybody writes. */
	private static long digits(String value, int end, int max) {
		if (end == 0 || end > max) {
			return NONE;
		}
		long number = 0;
		for (int i = 0; i < end; i++) {
			char digit = value.charAt(i);
			if (digit < '0' || digit > '9') {
				return NONE;
			}
			number = number * 10 + (digit - '0');
		}
		return number;
	}

}
