package dev.mainstay.observability.masking;

/**
 * The ranges of numbers that the payment networks issue, with the lengths that they
 * issue. Where a length is rare among cards and common among identifiers, it counts only
 * when the digits are grouped as on a card.
 */
final class CardIssuers {

	private static final int PREFIX = 6;

	private CardIssuers() {
	}

	static boolean issued(CharSequence text, int start, int digits, boolean grouped) {
		int prefix = prefix(text, start);
		return switch (prefix / 100_000) {
			case 2 -> digits == 16 && (isBetween(prefix, 222_100, 272_099) || isBetween(prefix, 220_000, 220_499));
			case 3 -> isThree(prefix, digits);
			case 4 -> isVisa(prefix, digits, grouped);
			case 5 -> isFive(prefix, digits);
			case 6 -> isSix(prefix, digits);
			default -> false;
		};
	}

	private static int prefix(CharSequence text, int start) {
		int prefix = 0;
		int count = 0;
		for (int at = start; count < PREFIX; at++) {
			char c = text.charAt(at);
			if (Ascii.isDigit(c)) {
				prefix = prefix * 10 + (c - '0');
				count++;
			}
		}
		return prefix;
	}

	/** American Express, Diners Club, JCB. */
	private static boolean isThree(int prefix, int digits) {
		return switch (prefix / 10_000) {
			case 34, 37 -> digits == 15;
			case 36, 38, 39 -> digits == 14;
			case 30 -> digits == 14 && (prefix / 1000 <= 305 || prefix / 1000 == 309);
			case 35 -> digits == 16 && isBetween(prefix, 352_800, 358_999);
			default -> false;
		};
	}

	/**
	 * In one piece, 13 digits behind 43 or 49 are rather a phone number in Austria or
	 * Germany, and 19 digits rather an identifier that counts milliseconds.
	 */
	private static boolean isVisa(int prefix, int digits, boolean grouped) {
		return switch (digits) {
			case 16 -> true;
			case 13 -> grouped || (prefix / 10_000 != 43 && prefix / 10_000 != 49);
			case 19 -> grouped;
			default -> false;
		};
	}

	/** Mastercard, RuPay, Maestro. */
	private static boolean isFive(int prefix, int digits) {
		return (digits == 16 && (isBetween(prefix, 510_000, 559_999) || prefix / 1000 == 508)) || isMaestro(prefix);
	}

	/** UnionPay, Discover, RuPay, Maestro. */
	private static boolean isSix(int prefix, int digits) {
		boolean discover = prefix / 100 == 6011 || isBetween(prefix, 644_000, 659_999)
				|| isBetween(prefix, 606_985, 608_500);
		return (prefix / 10_000 == 62 && digits >= 16) || (discover && (digits == 16 || digits == 19))
				|| isMaestro(prefix);
	}

	private static boolean isMaestro(int prefix) {
		return switch (prefix / 100) {
			case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
			default -> false;
		};
	}

	private static boolean isBetween(int prefix, int first, int last) {
		return prefix >= first && prefix <= last;
	}

}
