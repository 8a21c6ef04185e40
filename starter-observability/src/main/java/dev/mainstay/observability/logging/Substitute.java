package dev.mainstay.observability.logging;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What is written in place of a value that JSON, or a line, has nothing for.
 */
final class Substitute {

	static final String TOO_DEEP = "[nested too deep]";

	/** Stands for all elements beyond the bound, and is not written. */
	static final Object REST = new Object();

	/** The key of {@link #REST} in a map. */
	static final String REST_KEY = "[rest]";

	private static final String UNPRINTABLE = "[unprintable: ";

	/** Of a number. Some that read JSON refuse it at 1000 digits. */
	private static final int MAX_DIGITS = 500;

	private Substitute() {
	}

	static String unprintable(Throwable failure) {
		return UNPRINTABLE + failure.getClass().getName() + "]";
	}

	/**
	 * Whether a text may stand for a value of any kind.
	 */
	static boolean isOne(String text) {
		return switch (text) {
			case "NaN", "Infinity", "-Infinity", TOO_DEEP -> true;
			default -> text.startsWith(UNPRINTABLE);
		};
	}

	/**
	 * Whether a number is written as a text, as it is longer than readers take it for.
	 */
	static boolean isTooLong(Object value) {
		BigInteger digits = (value instanceof BigDecimal decimal) ? decimal.unscaledValue()
				: (value instanceof BigInteger integer) ? integer : BigInteger.ZERO;
		return digits.bitLength() / 3 > MAX_DIGITS;
	}

}
