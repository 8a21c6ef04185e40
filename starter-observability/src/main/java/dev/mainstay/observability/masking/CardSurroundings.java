package dev.mainstay.observability.masking;

/**
 * Tells the number of a card from digits that are part of something longer: a decimal, a
 * phone number, a UUID, an identifier in hexadecimal or in groups.
 * <p>
 * With 15 or 16 digits few other numbers have the prefix and the check digit of a card,
 * so names and dates may touch those: {@code card4111...}, {@code 7-4111...},
 * {@code 4111...-12/29}. Other lengths are common among identifiers and have to stand
 * alone.
 */
final class CardSurroundings {

	private static final int MAX_NAME = 32;

	/** The longest number of a phone as of E.164. */
	private static final int MAX_PHONE = 15;

	private CardSurroundings() {
	}

	/**
	 * Whether a number may begin here.
	 * @param groups what joins the groups of the number, 0 if it is in one piece
	 */
	static boolean canBegin(CharSequence text, int start, int digits, char groups) {
		if (start == 0) {
			return true;
		}
		char before = text.charAt(start - 1);
		boolean behindDigit = start > 1 && Ascii.isDigit(text.charAt(start - 2));
		return switch (before) {
			case '+' -> digits > MAX_PHONE;
			case '.' -> !behindDigit;
			case '-' -> !behindDigit || (isTypical(digits) && groups != '-');
			case '_' -> isTypical(digits) && start > 1 && Ascii.isAlphanumeric(text.charAt(start - 2));
			default -> !Ascii.isAlphanumeric(before) || (isTypical(digits) && isBehindName(text, start));
		};
	}

	/**
	 * Whether a number may end here.
	 * @param groups what joins the groups of the number, 0 if it is in one piece
	 */
	static boolean canEnd(CharSequence text, int end, int digits, char groups) {
		if (end >= text.length()) {
			return true;
		}
		char after = text.charAt(end);
		char next = (end + 1 < text.length()) ? text.charAt(end + 1) : ' ';
		if (!isTypical(digits)) {
			return !Ascii.isWord(after) && !((after == '.' || after == '-') && Ascii.isWord(next));
		}
		return switch (after) {
			case '.' -> !Ascii.isDigit(next);
			case '-' -> groups != '-' || !Ascii.isDigit(next);
			case '_' -> true;
			default -> !Ascii.isAlphanumeric(after) || isBeforeName(text, end);
		};
	}

	private static boolean isTypical(int digits) {
		return digits == 15 || digits == 16;
	}

	/** Letters that are more than hexadecimal digits, with no digit before them. */
	private static boolean isBehindName(CharSequence text, int start) {
		boolean name = false;
		int at = start;
		while (at > 0 && start - at < MAX_NAME && isLetter(text.charAt(at - 1))) {
			at--;
			name = name || Ascii.lower(text.charAt(at)) > 'f';
		}
		return name && (at == 0 || !Ascii.isAlphanumeric(text.charAt(at - 1)));
	}

	private static boolean isBeforeName(CharSequence text, int end) {
		boolean name = false;
		int at = end;
		while (at < text.length() && at - end < MAX_NAME && isLetter(text.charAt(at))) {
			name = name || Ascii.lower(text.charAt(at)) > 'f';
			at++;
		}
		return name;
	}

	private static boolean isLetter(char c) {
		return Ascii.isLower(c) || Ascii.isUpper(c);
	}

}
