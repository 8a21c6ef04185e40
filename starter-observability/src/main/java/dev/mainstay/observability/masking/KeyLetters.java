package dev.mainstay.observability.masking;

/**
 * The characters of keys, which may be of any script. Those of ASCII need no table.
 */
final class KeyLetters {

	private KeyLetters() {
	}

	/**
	 * The form in which keys are compared.
	 * @return lower-case letters and digits only; may be empty
	 */
	static String normalize(String key) {
		StringBuilder normalized = new StringBuilder(key.length());
		key.chars().filter(Character::isLetterOrDigit).forEach((c) -> normalized.append(lower((char) c)));
		return normalized.toString();
	}

	static char lower(char c) {
		return (c < Ascii.SIZE) ? Ascii.lower(c) : Character.toLowerCase(c);
	}

	static boolean isUpper(char c) {
		return (c < Ascii.SIZE) ? Ascii.isUpper(c) : Character.isUpperCase(c);
	}

	static boolean isLetter(char c) {
		return (c < Ascii.SIZE) ? Ascii.isLower(c) || Ascii.isUpper(c) : Character.isLetter(c);
	}

	/** What may stand between the words of a key. */
	static boolean isSeparator(char c) {
		return c == '_' || c == '-' || c == '.' || c == ' ';
	}

	/**
	 * Whether a word begins here: behind anything but a letter, behind an escape sequence
	 * of a JSON string or a URL, or with a capital.
	 */
	static boolean isStartOfWord(CharSequence text, int start) {
		if (start == 0 || !isLetter(text.charAt(start - 1)) || isBehindEscape(text, start)) {
			return true;
		}
		return isUpper(text.charAt(start))
				&& (isLower(text.charAt(start - 1)) || (start + 1 < text.length() && isLower(text.charAt(start + 1))));
	}

	private static boolean isLower(char c) {
		return isLetter(c) && !isUpper(c);
	}

	private static boolean isBehindEscape(CharSequence text, int start) {
		return (start > 1 && text.charAt(start - 2) == '\\' && "nrt".indexOf(text.charAt(start - 1)) >= 0)
				|| (start > 2 && text.charAt(start - 3) == '%');
	}

	/** Whether the word that starts here is the whole key. */
	static boolean isStartOfKey(CharSequence text, int start) {
		char before = (start > 0) ? text.charAt(start - 1) : ' ';
		return before == ' ' || !(isLetter(before) || Ascii.isDigit(before) || isSeparator(before))
				|| isBehindEscape(text, start);
	}

}
