package dev.mainstay.observability.logging;

import org.jspecify.annotations.Nullable;

/**
 * A number in whose text there are too few digits in a row for anything that is secret by
 * its looks: most numbers that are logged. Their text needs neither to be made nor to be
 * searched.
 */
final class ShortNumber {

	/** Seven digits at most in front of the point, and six behind it. */
	private static final double MAX = 1_000_000;

	private static final double DECIMALS = 1_000_000;

	private ShortNumber() {
	}

	static boolean isOne(@Nullable Object value) {
		if (value instanceof Long number) {
			return number == number.intValue();
		}
		return value instanceof Integer || (value instanceof Double number && hasFewDigits(number));
	}

	/** Whether this is the number that is nearest to one with six decimals. */
	private static boolean hasFewDigits(double number) {
		return Math.abs(number) <= MAX && Math.rint(number * DECIMALS) / DECIMALS == number;
	}

}
