package dev.mainstay.observability.masking;

/**
 * Values that are no secret even under a sensitive key.
 */
final class Harmless {

	private static final int MAX_DIGITS = 40;

	private static final int MAX_DIGITS_OF_COUNT = 3;

	private static final int MAX_PLACEHOLDER = 128;

	private Harmless() {
	}

	static boolean isHarmless(SensitiveKeys.Kind kind, CharSequence text, int start, int end) {
		return isMasked(text, start, end) || is("true", text, start, end) || is("false", text, start, end)
				|| is("null", text, start, end) || isPlaceholder(text, start, end)
				|| (kind == SensitiveKeys.Kind.TOKEN && isNumber(text, start, end))
				|| ((kind == SensitiveKeys.Kind.CODE || kind == SensitiveKeys.Kind.WORD) && isCount(text, start, end));
	}

	/** With or without the bracket, as that may end a bare value. */
	private static boolean isMasked(CharSequence text, int start, int end) {
		return is(MaskingEngine.REPLACEMENT, text, start, end) || is("[masked", text, start, end);
	}

	private static boolean is(String word, CharSequence text, int start, int end) {
		return end - start == word.length() && Ascii.startsWith(text, start, word);
	}

	/**
	 * A name in the place of a value, which somebody forgot to resolve: {@code ${name}}
	 * or <code>{{name}}</code>. Nothing may stand beside it, nor a default in it, as that
	 * may be the secret. A bare value ends before the bracket.
	 */
	private static boolean isPlaceholder(CharSequence text, int start, int end) {
		boolean dollar = Ascii.startsWith(text, start, "${");
		if (end - start > MAX_PLACEHOLDER || !(dollar || Ascii.startsWith(text, start, "{{"))) {
			return false;
		}
		String close = dollar ? "}" : "}}";
		int at = start + 2;
		while (at < end && isNamePart(text.charAt(at))) {
			at++;
		}
		return at > start + 2 && Ascii.startsWith(text, at, close) && end <= at + close.length();
	}

	private static boolean isNamePart(char c) {
		return Ascii.isWord(c) || c == '.' || c == '-' || c == ' ';
	}

	/** So many tests pass, so many pins has a chip; no code is as short. */
	private static boolean isCount(CharSequence text, int start, int end) {
		return end - start <= MAX_DIGITS_OF_COUNT && Ascii.endOfDigits(text, start) >= end;
	}

	private static boolean isNumber(CharSequence text, int start, int end) {
		if (end - start > MAX_DIGITS) {
			return false;
		}
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (!Ascii.isDigit(c) && c != '.' && !(c == '-' && i == start)) {
				return false;
			}
		}
		return true;
	}

}
