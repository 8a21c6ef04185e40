package dev.mainstay.observability.masking;

/**
 * The check digit of ISO/IEC 7812-1, annex B, known by the name of its inventor, Luhn.
 */
final class CheckDigit {

	private CheckDigit() {
	}

	/** Anything but digits is passed over. */
	static boolean isValid(CharSequence text, int start, int end) {
		int sum = 0;
		boolean second = false;
		for (int at = end - 1; at >= start; at--) {
			char c = text.charAt(at);
			if (Ascii.isDigit(c)) {
				int digit = (c - '0') * (second ? 2 : 1);
				sum += (digit > 9) ? digit - 9 : digit;
				second = !second;
			}
		}
		return sum % 10 == 0;
	}

}
