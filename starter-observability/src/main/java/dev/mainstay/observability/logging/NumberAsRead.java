package dev.mainstay.observability.logging;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as a reader of their text finds them that has no larger types than {@code long}
 * and {@code double}.
 */
final class NumberAsRead {

	private static final int BITS_OF_LONG = 63;

	private NumberAsRead() {
	}

	/** Not a {@link Float}, of which it is not known here how many digits are written. */
	static boolean isKnown(Object value) {
		return value instanceof Integer || value instanceof Long || value instanceof Double
				|| value instanceof BigDecimal || value instanceof BigInteger || value instanceof Short
				|| value instanceof Byte;
	}

	/** The value itself where it is not of a larger type. */
	static Object of(Object value) {
		if (value instanceof BigDecimal decimal) {
			String text = decimal.toString();
			boolean whole = text.indexOf('.') < 0 && text.indexOf('E') < 0;
			return whole ? of(decimal.toBigIntegerExact()) : Double.valueOf(text);
		}
		if (value instanceof BigInteger integer) {
			return (integer.bitLength() <= BITS_OF_LONG) ? (Object) integer.longValue() : integer.doubleValue();
		}
		return value;
	}

}
