package dev.mainstay.observability.masking;

/**
 * Classes of characters, without the tables of {@link Character}: everything that is
 * recognised here is ASCII.
 */
final class Ascii {

	/** Characters below this one have a place in a table. */
	static final int SIZE = 128;

	private Ascii() {
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	static boolean isUpper(char c) {
		return c >= 'A' && c <= 'Z';
	}

	static boolean isLower(char c) {
		return c >= 'a' && c <= 'z';
	}

	static boolean isAlphanumeric(char c) {
		return isLower(c) || isUpper(c) || isDigit(c);
	}

	static boolean isWord(char c) {
		return isAlphanumeric(c) || c == '_';
	}

	static char lower(char c) {
		return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
	}

	/**
	 * Whether a text goes on with a prefix, in any case of letters.
	 */
	static boolean startsWith(CharSequence text, int from, String lowerCasePrefix) {
		if (text.length() - from < lowerCasePrefix.length()) {
			return false;
		}
		for (int i = 0; i < lowerCasePrefix.length(); i++) {
			if (lower(text.charAt(from + i)) != lowerCasePrefix.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/** The first position from here on that is no digit. */
	static int endOfDigits(CharSequence text, int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/** The first position from here on that is neither a space nor a tabulator. */
	static int endOfBlanks(CharSequence text, int from) {
		int end = from;
		while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
			end++;
		}
		return end;
	}

	/** The same in a URL too, where a space is {@code +} or {@code %20}. */
	static int endOfBlanksOfUrl(CharSequence text, int from) {
		int end = from;
		while (end < text.length()) {
			char c = text.charAt(end);
			boolean encoded = c == '%' && startsWith(text, end, "%20");
			if (!encoded && c != ' ' && c != '\t' && c != '+') {
				return end;
			}
			end += encoded ? 3 : 1;
		}
		return end;
	}

	static int endOfLine(CharSequence text, int from) {
		int end = from;
		while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
			end++;
		}
		return end;
	}

}
