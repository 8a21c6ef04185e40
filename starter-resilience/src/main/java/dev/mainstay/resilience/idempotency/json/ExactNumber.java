package dev.mainstay.resilience.idempotency.json;

import java.math.BigInteger;

/**
 * The exact value of a number: a sign, digits that begin and end with another one than
 * zero, and the power of ten that they are multiplied with. It is found from the text, as
 * arithmetic with many digits takes more than linear time.
 *
 * @param negative whether it is below zero
 * @param digits the digits, empty for zero
 * @param exponent the power of ten
 */
record ExactNumber(boolean negative, String digits, BigInteger exponent) {

	private static final ExactNumber ZERO = new ExactNumber(false, "", BigInteger.ZERO);

	static ExactNumber parse(String text) {
		int end = exponentAt(text);
		boolean negative = text.startsWith("-");
		String mantissa = text.substring(negative ? 1 : 0, end);
		int point = mantissa.indexOf('.');
		String all = (point < 0) ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
		int fraction = (point < 0) ? 0 : mantissa.length() - point - 1;
		int from = 0;
		while (from < all.length() && all.charAt(from) == '0') {
			from++;
		}
		int to = all.length();
		while (to > from && all.charAt(to - 1) == '0') {
			to--;
		}
		if (from == to) {
			return ZERO;
		}
		BigInteger power = (end < text.length()) ? new BigInteger(text.substring(end + 1)) : BigInteger.ZERO;
		return new ExactNumber(negative, all.substring(from, to),
				power.add(BigInteger.valueOf(all.length() - to - (long) fraction)));
	}

	private static int exponentAt(String text) {
		int at = Math.max(text.indexOf('e'), text.indexOf('E'));
		return (at < 0) ? text.length() : at;
	}

	@Override
	public String toString() {
		return (this.negative ? "-" : "") + this.digits + "e" + this.exponent;
	}

}
